// The suites that start a whole editor: slow, so they stand apart from the unit tests, and one after the other, so that two
// editors do not compete for the machine. They test what `npm run package` has built.
import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        include: ['test/e2e/**/*.e2e.ts', 'test/neovim/**/*.e2e.ts'],
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 120_000
    }
});
