// `npm run test:long`: the random and growth tests at full length, which takes about half an hour. `npm test` runs the beginning of each.
import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        include: ['test/fuzz/**/*.test.ts', 'test/hostile/**/*.test.ts', 'test/house/rules.test.ts', 'test/import/fuzz.test.ts', 'test/lsp/completion/accepted.test.ts', 'test/lsp/everywhere.test.ts', 'test/lsp/formatter.test.ts', 'test/oracle/**/*.test.ts', 'test/grammar/{keywords,semantic-scopes}.test.ts', 'test/rollout/{faulty-plans,reasons,sound-pairs}.test.ts', 'test/rules/{fixes,model-check,server-name-duplicate,sup-gap-in-chain}.test.ts', 'test/simulation/{properties,convergence,minute-model,monotonicity}.test.ts'],
        env: { SUP_LONG_TESTS: '1' },
        testTimeout: 600_000
    }
});
