// @ts-check
// Writes what follows from the shelf of rules: the schema of sup.config.json, the setting `sup.rules` in package.json, the table
// at the head of each rule's page, and the index of the pages. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, script, Trouble } from './project.mjs';
import { exportsOf } from './sources.mjs';

/**
 * @typedef {import('../language/src/linter/define-rule.ts').Rule} Rule
 * @typedef {import('../language/src/linter/categories.ts').CategoryName} CategoryName
 * @typedef {object} Shelf
 * @property {readonly Rule[]} registry
 * @property {Record<CategoryName, { severity: string, summary: string }>} categories
 * @property {readonly string[]} levels
 * @property {typeof import('../model/src/assumptions.ts').assumptions} assumptions
 * @property {typeof import('../model/src/limits.ts').scenarioLimits} scenarioLimits
 */

/** What stands between the markers of a page is written by this script alone. */
const generatedBlock = /(<!-- generated -->\n)[\s\S]*?(<!-- \/generated -->\n)/;

const fixes = { none: 'none', quickfix: 'one, also applied by *Fix all*', suggestion: 'to choose from' };

const amount = '[0-9]{1,7}(?:[wdhm]| (?:week|day|hour|minute)s?)';

/** How an amount is written, by what its number counts. */
const amounts = {
    minutes: () => ({ type: 'string', pattern: `^${amount}(?: ${amount})*$` }),
    megabytes: () => ({ type: 'string', pattern: '^[0-9]{1,7}(?:\\.[0-9]{1,3})? (?:MB|GB)$' }),
    /** @param {number} least */
    number: least => ({ type: 'integer', minimum: least, maximum: 999_999 })
};

await script(async () => {
    /** @type {Shelf} */
    const shelf = await exportsOf('language/src/linter', ['./registry.ts', './categories.ts', '../config/levels.ts', '@sup/model']);
    const unfit = shelf.registry.map(rule => pagePath(rule)).filter(path => !generatedBlock.test(read(path) ?? ''));
    const stale = outputsOf(shelf).filter(({ path, text }) => !unfit.includes(path) && read(path) !== text);
    if (!process.argv.includes('--check')) {
        stale.forEach(({ path, text }) => writeFileSync(join(root, path), text));
    } else if (stale.length > 0) {
        throw new Trouble(`Not what the shelf of rules makes of it: ${stale.map(({ path }) => path).join(', ')}. Run \`npm run generate\`.`);
    }
    if (unfit.length > 0) {
        throw new Trouble(`Missing, or without a line \`<!-- generated -->\` and a line \`<!-- /generated -->\`: ${unfit.join(', ')}.`);
    }
});

/**
 * Every file that follows from the shelf, with the text that it should have.
 * @param {Shelf} shelf
 */
function outputsOf(shelf) {
    return [
        { path: 'syntaxes/sup.config.schema.json', text: json(configSchema(shelf)) },
        { path: 'package.json', text: json(manifestWith(shelf)) },
        { path: 'docs/rules/README.md', text: index(shelf) },
        ...shelf.registry.map(rule => pageWith(rule, shelf))
    ];
}

/** @param {Shelf} shelf */
function configSchema(shelf) {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'Configuration of SUP Topology',
        description: 'What the rules of the .sup language are shown as, and what simulations assume. Holds for the plans in this folder and below, in the editor and on the command line.',
        type: 'object',
        allowComments: true,
        allowTrailingCommas: true,
        additionalProperties: false,
        properties: {
            $schema: { type: 'string', description: 'The address of this schema.' },
            rules: {
                type: 'object',
                description: 'Levels by rule, or by `category:` and the name of a category. A rule\'s own entry counts before its category\'s.',
                additionalProperties: false,
                properties: levelProperties(shelf)
            },
            neverAllow: {
                type: 'array',
                description: 'Rules whose findings nobody may accept with `allow`.',
                uniqueItems: true,
                items: { enum: shelf.registry.map(rule => rule.id) }
            },
            simulation: {
                type: 'object',
                description: 'What simulations of scenarios assume. What a scenario says itself counts before this.',
                additionalProperties: false,
                properties: {
                    seed: { type: 'integer', minimum: 0, maximum: shelf.scenarioLimits.seed, description: 'What chance is drawn from: the same seed brings about the same run.' },
                    ...Object.fromEntries(Object.entries(shelf.assumptions).map(([name, { unit, least, meaning }]) => [name, { ...amounts[unit](least), description: meaning }]))
                }
            }
        }
    };
}

/** @param {Shelf} shelf */
function manifestWith(shelf) {
    const manifest = JSON.parse(read('package.json') ?? '');
    manifest.contributes.configuration.properties['sup.rules'].properties = levelProperties(shelf);
    return manifest;
}

/** @param {Shelf} shelf */
function levelProperties({ registry, categories, levels }) {
    return Object.fromEntries([
        ...Object.entries(categories).map(([name, { summary }]) => [`category:${name}`, { enum: levels, description: `All rules about: ${lowerFirst(summary)}.` }]),
        ...registry.map(rule => [rule.id, { enum: levels, description: rule.summary }])
    ]);
}

/**
 * @param {Rule} rule
 * @param {Shelf} shelf
 */
function pageWith(rule, shelf) {
    const path = pagePath(rule);
    return { path, text: (read(path) ?? '').replace(generatedBlock, (_, start, end) => `${start}${table(rule, shelf)}${end}`) };
}

/** @param {Rule} rule */
function pagePath(rule) {
    return `docs/rules/${rule.id}.md`;
}

/**
 * The facts of a rule, as a table.
 * @param {Rule} rule
 * @param {Shelf} shelf
 */
function table(rule, { categories }) {
    const { severity, summary } = categories[rule.category];
    const rows = [
        ['Default severity', severity],
        ...Object.entries(rule.severities ?? {}).map(([message, exception]) => [`Severity of \`${message}\``, `${exception?.severity}. ${exception?.because}`]),
        ['Category', `${rule.category}: ${lowerFirst(summary)}`],
        ['Since', rule.since],
        ['Quick fix', fixes[rule.fixable]],
        ['Sources', rule.sources.join('; ')]
    ];
    return `\n| | |\n| --- | --- |\n${rows.map(row => `| ${row.map(cell).join(' | ')} |\n`).join('')}\n`;
}

/** @param {Shelf} shelf */
function index({ registry, categories }) {
    const sections = Object.entries(categories).map(([name, { severity, summary }]) => {
        const rules = registry.filter(rule => rule.category === name);
        const rows = rules.map(rule => `| [${rule.id}](${rule.id}.md) | ${cell(rule.summary)} | ${rule.fixable === 'none' ? '' : rule.fixable} |\n`);
        return rules.length === 0 ? '' : `\n## ${summary}\n\nCategory \`${name}\`, by default ${severity}.\n\n| Rule | Summary | Fix |\n| --- | --- | --- |\n${rows.join('')}`;
    });
    return `# Rules\n\n<!-- Generated by scripts/shelf.mjs: \`npm run generate\`. -->\n\n${registry.length} rules in ${sections.filter(Boolean).length} categories.\n${sections.join('')}`;
}

/** @param {string} text */
function cell(text) {
    return text.replaceAll('|', '\\|');
}

/** @param {string} text */
function lowerFirst(text) {
    return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** @param {unknown} value */
function json(value) {
    return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** @param {string} path */
function read(path) {
    try {
        return readFileSync(join(root, path), 'utf8');
    } catch {
        return undefined;
    }
}
