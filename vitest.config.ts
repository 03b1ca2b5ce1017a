import { defineConfig } from 'vitest/config';

/** Folders of tests that change nothing outside of their own objects, so that their files can share a process and what it has loaded. */
const sharing = ['comparison', 'house', 'lsp', 'model', 'picture', 'playback', 'report', 'rules', 'simulation'];

export default defineConfig({
    test: {
        // Only to end a test that hangs: waits inside have deadlines of their own, which say what they waited for.
        testTimeout: 120_000,
        hookTimeout: 120_000,
        expect: { poll: { timeout: 20_000 } },
        projects: [
            { extends: true, test: { name: 'shared', include: [`test/{${sharing.join()}}/**/*.test.ts`], isolate: false } },
            { extends: true, test: { name: 'isolated', include: ['test/**/*.test.ts'], exclude: ['**/node_modules/**', 'test/e2e/**', `test/{${sharing.join()}}/**`] } }
        ]
    }
});
