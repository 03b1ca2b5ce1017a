// The suites that start a whole editor: slow, so they stand apart from the unit tests, and one after the other, so that two
// editors do not compete for the machine. They test what `npm run package` has built.
import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 120_000,
        projects: [
            { extends: true, test: { name: 'neovim', include: ['test/neovim/**/*.e2e.ts'] } },
            { extends: true, test: { name: 'vscode', include: ['test/e2e/**/*.e2e.ts'], globalSetup: 'test/e2e/install.ts' } }
        ]
    }
});
