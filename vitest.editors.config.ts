// The suites that need the machine for themselves: those that start a whole editor, and the one that takes times. So they stand apart
// from the unit tests, and run one after the other. They test what `npm run package` has built.
import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 120_000,
        projects: [
            { extends: true, test: { name: 'speed', include: ['test/speed/**/*.test.ts'] } },
            { extends: true, test: { name: 'neovim', include: ['test/neovim/**/*.e2e.ts'] } },
            { extends: true, test: { name: 'vscode', include: ['test/e2e/**/*.e2e.ts'], globalSetup: 'test/e2e/install.ts' } }
        ]
    }
});
