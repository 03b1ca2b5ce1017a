import { defineConfig } from 'vitest/config';

/** Folders of tests that change only their own objects, so their files can share a process and the modules that it has loaded. */
const shared = ['cli', 'comparison', 'house', 'import', 'lsp', 'model', 'picture', 'playback', 'report', 'rollout', 'rules', 'simulation', 'webview'];

export default defineConfig({
    test: {
        // Vitest leaves one processor idle unless it is asked not to.
        maxWorkers: '100%',
        // Only ends a test that hangs: waits have deadlines of their own, whose messages name what did not happen.
        testTimeout: 120_000,
        hookTimeout: 120_000,
        expect: { poll: { timeout: 20_000 } },
        globalSetup: 'test/support/cli-folder.ts',
        projects: [
            { extends: true, test: { name: 'shared', include: [`test/{${shared.join()}}/**/*.test.ts`], isolate: false } },
            { extends: true, test: { name: 'isolated', include: ['test/**/*.test.ts'], exclude: ['**/node_modules/**', `test/{${shared.join()}}/**`] } }
        ]
    }
});
