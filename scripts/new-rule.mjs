// @ts-check
// `npm run new:rule -- ID --category CATEGORY` writes the files of a new rule, registers it and lists the remaining steps.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, quietly, root, script, ScriptError } from './project.mjs';
import { findRule, pagePath, pageSkeleton, rulePath, ruleSkeleton, withClassification } from './rule-files.mjs';

const usage = 'Usage: npm run new:rule -- ID --category CATEGORY';
const witnesses = 'test/simulation/witnesses.test.ts';

await script(async () => {
    const { values: { category }, positionals: [id, ...others] } = parseArgs({ options: { category: { type: 'string' } }, allowPositionals: true });
    if (id === undefined || category === undefined || others.length > 0) {
        throw new ScriptError(`${usage}\nWithout the \`--\`, npm does not pass \`--category\` on.`);
    }
    requireNewId(id);
    await ensureDependencies();
    await requireCategory(category);

    const rule = rulePath(category, id);
    const page = pagePath(id);
    const { version: since } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    write(rule, ruleSkeleton({ id, category, since }));
    write(page, pageSkeleton(id));
    const classification = classify(id, category);
    await quietly('Generating the registry, the setting, the schema and the index of the pages', 'npm', ['run', 'generate']);

    const steps = [
        `Replace each TODO in ${rule}.`,
        `Replace each TODO in ${page}. Its examples are the tests of the rule.`,
        ...classification,
        'Run `npm run generate` again: it copies the summary and the sources to the page, the setting and the index.',
        `Run \`npm run test:rule ${id}\`.`
    ];
    console.log(`\n${id} is registered. What remains:\n${steps.map((step, i) => `  ${i + 1}. ${step}\n`).join('')}`);
});

/** @param {string} id */
function requireNewId(id) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
        throw new ScriptError(`"${id}" cannot be the id of a rule. An id names the fault in two or more words of a to z and 0 to 9, joined by hyphens, such as \`sup-without-wsus\`.`);
    }
    const taken = findRule(id) ?? [pagePath(id)].find(path => existsSync(join(root, path)));
    if (taken !== undefined) {
        throw new ScriptError(`The id "${id}" is taken by ${taken}. Choose another one.`);
    }
}

/** @param {string} category */
async function requireCategory(category) {
    // Imported here because it needs the dependencies.
    const { exportsOf } = await import('./sources.mjs');
    /** @type {{ categoryNames: readonly string[] }} */
    const { categoryNames } = await exportsOf('language/src/linter', ['./categories.ts']);
    if (!categoryNames.includes(category)) {
        throw new ScriptError(`Unknown category "${category}". The categories: ${categoryNames.join(', ')}. To add one, edit language/src/linter/categories.ts.`);
    }
}

/**
 * Classifies the rule in the test that compares rules with the simulation. Gives the steps that this leaves to the author.
 * @param {string} id
 * @param {string} category
 */
function classify(id, category) {
    const before = readFileSync(join(root, witnesses), 'utf8');
    const after = withClassification(before, { id, category });
    if (after === undefined) {
        return [`Add the rule to \`predictions\` or \`uneventful\` in ${witnesses}, if that test classifies rules of the category ${category}.`];
    }
    if (after === before) {
        return [];
    }
    write(witnesses, after);
    return [`Replace the TODO in ${witnesses}: give the reason why nothing fails in the simulation, or move the line to \`predictions\` with its symptom.`];
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    console.log(`${existsSync(target) ? 'Changed' : 'Wrote'} ${path}`);
    writeFileSync(target, text);
}
