// @ts-check
// `npm run test:rule ID` runs the tests of one rule in a few seconds, without a build: the examples of its page, the consistency of its
// file, page and setting, its classification in the simulation, and its own tests.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, root, run, script, ScriptError } from './project.mjs';
import { findRule } from './rule-files.mjs';

const sharedTests = ['test/house/rules.test.ts', 'test/rules/pages.test.ts', 'test/simulation/witnesses.test.ts'];

await script(async () => {
    const { positionals: [id, ...others] } = parseArgs({ allowPositionals: true });
    if (id === undefined || others.length > 0) {
        throw new ScriptError('Usage: npm run test:rule ID');
    }
    if (!/^[a-z0-9-]+$/.test(id) || findRule(id) === undefined) {
        throw new ScriptError(`No rule has the id "${id}": there is no language/src/linter/rules/*/${id}.ts. docs/rules/README.md lists all rules; \`npm run new:rule\` adds one.`);
    }
    await ensureDependencies();
    // Titles that name the rule, but not those of rules whose longer ids contain this one, and the tests of all rules together.
    const titles = `^the rule set |^classifies every rule|(?<![\\w-])${id}(?![\\w-])`;
    const codes = [await run('vitest', ['run', ...sharedTests, '--testNamePattern', titles])];
    const ownTests = `test/rules/${id}.test.ts`;
    if (existsSync(join(root, ownTests))) {
        codes.push(await run('vitest', ['run', ownTests]));
    }
    return Math.max(...codes);
});
