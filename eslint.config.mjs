import js from '@eslint/js';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Globals that pure rooms must not use: the clock, console, timers and process of the host. They get what they need as parameters. */
const worldly = ['Date', 'console', 'setTimeout', 'setInterval', 'process', 'globalThis'];

export default ts.config(
    { ignores: ['**/node_modules/', 'dist/', '.tsc/', '.cache/', 'test-results/', 'test/scratch*/', 'language/src/syntax/generated/'] },
    js.configs.recommended,
    {
        files: ['*/src/**/*.{ts,tsx}'],
        extends: [...ts.configs.recommendedTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            'max-lines': ['error', 300],
            'eqeqeq': 'error',
            // The code finds control characters in plans and escapes them.
            'no-control-regex': 'off',
            '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
            '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
            // Methods of this project that are passed as functions do not use `this`.
            '@typescript-eslint/unbound-method': 'off',
            // Overrides of asynchronous Langium services often have nothing to await.
            '@typescript-eslint/require-await': 'off',
            '@typescript-eslint/no-unsafe-enum-comparison': 'off'
        }
    },
    {
        files: ['model/src/**/*.ts', 'simulation/src/**/*.ts', 'playback/src/**/*.ts', 'comparison/src/**/*.ts', 'rollout/src/**/*.ts', 'report/src/**/*.{ts,tsx}', 'picture/src/**/*.{ts,tsx}', 'language/src/**/*.ts', 'import/src/**/*.ts'],
        rules: {
            'no-restricted-globals': ['error', ...worldly.map(name => ({ name, message: 'This room is pure: take it as a parameter.' }))],
            'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'This room is pure: use the seeded generator.' }]
        }
    },
    {
        files: ['test/**/*.ts', '*.config.ts'],
        extends: [...ts.configs.recommended],
        rules: {
            'max-lines': ['error', 500],
            'no-control-regex': 'off',
            '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }]
        }
    },
    { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: globals.node } }
);
