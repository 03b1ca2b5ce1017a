// The tests with which `npm run mutation` judges changes of rules: the pages and the tests of the rules in SUP_RULES.
import { defineConfig } from 'vitest/config';

const ids = process.env['SUP_RULES']?.split(',') ?? [];

export default defineConfig({
    test: {
        include: ['test/rules/pages.test.ts', ...ids.map(id => `test/rules/${id}.test.ts`)],
        testTimeout: 120_000
    }
});
