import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        include: ['test/**/*.test.ts'],
        // Only to end a test that hangs: waits inside have deadlines of their own, which say what they waited for.
        testTimeout: 60_000,
        exclude: ['test/e2e/**', 'test/speed/**', '**/node_modules/**']
    }
});
