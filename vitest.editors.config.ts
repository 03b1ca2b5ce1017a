// The suites that start a real editor. Their files run one after another, and test the result of `npm run package`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        fileParallelism: false,
        testTimeout: 240_000,
        hookTimeout: 240_000,
        // A click on a workbench that redraws itself can be lost. A test that passes only when it is repeated is listed with the number of its retries.
        retry: 2,
        // An editor on a busy machine takes more than the second that Vitest waits by default.
        expect: { poll: { timeout: 60_000 } },
        projects: [
            { extends: true, test: { name: 'neovim', include: ['test/neovim/**/*.e2e.ts'] } },
            { extends: true, test: { name: 'vscode', include: ['test/e2e/**/*.e2e.ts'], globalSetup: 'test/e2e/install.ts' } }
        ]
    }
});
