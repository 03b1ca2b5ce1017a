// `npm run test:long`: the random and growth tests at full length, which takes about half an hour. `npm test` runs the beginning of each.
import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Tests whose length depends on a file that they share with others. */
const fromLists = ['test/fuzz/**/*.test.ts', 'test/hostile/**/*.test.ts', 'test/oracle/**/*.test.ts', 'test/rules/{fixes,model-check,server-name-duplicate,sup-gap-in-chain}.test.ts'];

const withLongForm = globSync('test/**/*.test.ts').filter(path => readFileSync(path, 'utf8').includes('support/run-length.js'));

export default defineConfig({
    test: {
        include: [...fromLists, ...withLongForm],
        env: { SUP_LONG_TESTS: '1' },
        testTimeout: 600_000
    }
});
