// @ts-check
// Generates the files that depend on the rule set: the schema of sup.config.json, the setting `sup.rules` in package.json, the table
// at the head of each rule's page, and the index of the pages. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, script, ScriptError } from './project.mjs';
import { exportsOf } from './sources.mjs';

/**
 * @typedef {import('../language/src/linter/define-rule.ts').Rule} Rule
 * @typedef {import('../language/src/linter/categories.ts').CategoryName} CategoryName
 * @typedef {object} RuleSet
 * @property {readonly Rule[]} registry
 * @property {Record<CategoryName, { severity: string, summary: string }>} categories
 * @property {(rule: Rule) => string} severityByDefault
 * @property {readonly string[]} levels
 * @property {Record<string, import('../model/src/assumptions.ts').Assumption>} assumptions
 * @property {typeof import('../model/src/limits.ts').scenarioLimits} scenarioLimits
 */

/** Only this script writes between these markers of a page. */
const generatedBlock = /(<!-- generated -->\n)[\s\S]*?(<!-- \/generated -->\n)/;

/** Faults that the documentation describes and that no rule is named after, with the reason. */
const faultsWithoutRule = [
    {
        fault: 'A node of a network load balancing cluster lacks the software update point role.',
        because: 'A plan cannot state it: a role on a cluster is a role on each of its nodes.'
    },
    {
        fault: 'A WSUS server is shared between sites.',
        because: 'A WSUS server belongs to a server, and a server to a site; [server-name-duplicate](server-name-duplicate.md) reports a server in two sites.'
    },
    {
        fault: 'WSUS servers synchronize from each other in a loop.',
        because: '[child-source-not-parent](child-source-not-parent.md), [secondary-sup-not-replica](secondary-sup-not-replica.md), [internet-sup-source-not-active](internet-sup-source-not-active.md) and '
            + '[root-source-not-microsoft-update](root-source-not-microsoft-update.md) report every source that could close a loop, and [hierarchy-cycle](hierarchy-cycle.md) a loop of sites.'
    },
    {
        fault: 'The name of a site has other characters than letters, digits and hyphens.',
        because: 'The documentation advises against them, but does not state that anything fails; and the name in a plan is a label for its readers, which may differ from the one that Setup asks for.'
    },
    {
        fault: 'A site has no address for another one.',
        because: 'A plan cannot state it: every `reports to` stands for addresses in both directions, and `link` describes the connection.'
    },
    {
        fault: 'A site code is used in two hierarchies that publish to one Active Directory forest.',
        because: 'A plan does not state the forest of its hierarchy, and hierarchies with the same codes in one workspace are often versions of one plan. [site-code-duplicate](site-code-duplicate.md) reports codes within a hierarchy.'
    }
];

const aboutTrials = `Before a fix is offered, it is tried on the plan, and completed with the changes that other rules then require, so it introduces no error. There is no trial
in a plan of more than 500 sites and scenarios, of more than 256 KB, with more than 16 KB in one of its sites, or with more than 500 findings; nor for the rest
if fixes of very many findings are requested at once; nor for rules of the categories \`language\`, \`scenario\` and \`risk\`. Check the plan after such a fix.`;

const fixes = { none: 'none', quickfix: 'one, also applied by *Fix all*', suggestion: 'to choose from' };

const amount = '[0-9]{1,7}(?:[wdhm]| (?:week|day|hour|minute)s?)';

/** The schema of an amount, by its unit. */
const amounts = {
    minutes: () => ({ type: 'string', pattern: `^${amount}(?: ${amount})*$` }),
    megabytes: () => ({ type: 'string', pattern: '^[0-9]{1,7}(?:\\.[0-9]{1,3})? (?:MB|GB)$' }),
    /** @param {number} least
     * @param {readonly string[]} _choices
     * @param {number} [most] */
    number: (least, _choices, most = 999_999) => ({ type: 'integer', minimum: least, maximum: most }),
    /**
     * @param {number} _
     * @param {readonly string[]} choices
     */
    choice: (_, choices) => ({ enum: choices })
};

await script(async () => {
    /** @type {RuleSet} */
    const ruleSet = await exportsOf('language/src/linter', ['./registry.ts', './categories.ts', './default-severity.ts', '../config/levels.ts', '@sup/model']);
    const unfit = ruleSet.registry.map(rule => pagePath(rule)).filter(path => !generatedBlock.test(read(path) ?? ''));
    const stale = outputsOf(ruleSet).filter(({ path, text }) => !unfit.includes(path) && read(path) !== text);
    if (!process.argv.includes('--check')) {
        stale.forEach(({ path, text }) => writeFileSync(join(root, path), text));
    } else if (stale.length > 0) {
        throw new ScriptError(`Out of date with the rule set: ${stale.map(({ path }) => path).join(', ')}. Run \`npm run generate\`.`);
    }
    if (unfit.length > 0) {
        throw new ScriptError(`Missing, or lacking a line \`<!-- generated -->\` and a line \`<!-- /generated -->\`: ${unfit.join(', ')}.`);
    }
});

/**
 * Every file that depends on the rule set, with the text that it should have.
 * @param {RuleSet} ruleSet
 */
function outputsOf(ruleSet) {
    return [
        { path: 'syntaxes/sup.config.schema.json', text: json(configSchema(ruleSet)) },
        { path: 'package.json', text: json(manifestWith(ruleSet)) },
        { path: 'docs/rules/README.md', text: index(ruleSet) },
        ...ruleSet.registry.map(rule => pageWith(rule, ruleSet))
    ];
}

/** @param {RuleSet} ruleSet */
function configSchema(ruleSet) {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'Configuration of SUP Topology',
        description: 'The severities of the .sup rules, and the assumptions of simulations. Applies to the plans in this folder and below, in the editor and on the command line.',
        type: 'object',
        allowComments: true,
        allowTrailingCommas: true,
        additionalProperties: false,
        properties: {
            $schema: { type: 'string', description: 'The address of this schema.' },
            rules: {
                type: 'object',
                description: 'Levels by rule, or by `category:` and the name of a category. A rule\'s own entry takes precedence over its category\'s.',
                additionalProperties: false,
                properties: levelProperties(ruleSet)
            },
            neverAllow: {
                type: 'array',
                description: 'Rules whose findings must not be accepted with `allow`.',
                uniqueItems: true,
                items: { enum: ruleSet.registry.map(rule => rule.id) }
            },
            simulation: {
                type: 'object',
                description: 'The assumptions of simulations. A scenario\'s own assumptions take precedence.',
                additionalProperties: false,
                properties: {
                    seed: { type: 'integer', minimum: 0, maximum: ruleSet.scenarioLimits.seed, description: 'The seed of the random numbers: the same seed gives the same run.' },
                    ...Object.fromEntries(Object.entries(ruleSet.assumptions).map(([name, { unit, least, most, choices = [], meaning }]) => [name, { ...amounts[unit](least, choices, most), description: meaning }]))
                }
            }
        }
    };
}

/** @param {RuleSet} ruleSet */
function manifestWith(ruleSet) {
    const manifest = JSON.parse(read('package.json') ?? '');
    manifest.contributes.configuration.properties['sup.rules'].properties = levelProperties(ruleSet);
    return manifest;
}

/** @param {RuleSet} ruleSet */
function levelProperties({ registry, categories, levels }) {
    return Object.fromEntries([
        ...Object.entries(categories).map(([name, { summary }]) => [`category:${name}`, { enum: levels, description: `All rules about: ${lowerFirst(summary)}.` }]),
        ...registry.map(rule => [rule.id, { enum: levels, description: rule.summary }])
    ]);
}

/**
 * @param {Rule} rule
 * @param {RuleSet} ruleSet
 */
function pageWith(rule, ruleSet) {
    const path = pagePath(rule);
    return { path, text: (read(path) ?? '').replace(generatedBlock, (_, start, end) => `${start}${table(rule, ruleSet)}${end}`) };
}

/** @param {Rule} rule */
function pagePath(rule) {
    return `docs/rules/${rule.id}.md`;
}

/**
 * The properties of a rule as a table.
 * @param {Rule} rule
 * @param {RuleSet} ruleSet
 */
function table(rule, { categories, severityByDefault }) {
    const { summary } = categories[rule.category];
    const severity = severityByDefault(rule);
    const ofMessages = Object.entries(rule.severities ?? {}).map(([message, exception]) => ({ message, severity: exception?.severity, because: exception?.because }));
    const reasons = new Set(ofMessages.filter(each => each.severity === severity).map(({ because }) => because));
    const rows = [
        ['Default severity', reasons.size === 0 ? severity : `${severity}. ${[...reasons].join(' ')}`],
        ...ofMessages.filter(each => each.severity !== severity).map(each => [`Severity of \`${each.message}\``, `${each.severity}. ${each.because}`]),
        ['Category', `${rule.category}: ${lowerFirst(summary)}`],
        ['Since', rule.since],
        ['Quick fix', fixes[rule.fixable]],
        ['Sources', rule.sources.join('; ')]
    ];
    return `\n| | |\n| --- | --- |\n${rows.map(row => `| ${row.map(cell).join(' | ')} |\n`).join('')}\n`;
}

/** @param {RuleSet} ruleSet */
function index({ registry, categories, severityByDefault }) {
    const sections = Object.entries(categories).map(([name, { summary }]) => {
        const rules = registry.filter(rule => rule.category === name);
        const rows = rules.map(rule => `| [${rule.id}](${rule.id}.md) | ${severityByDefault(rule)} | ${cell(rule.summary)} | ${rule.fixable === 'none' ? '' : rule.fixable} |\n`);
        return rules.length === 0 ? '' : `\n## ${summary}\n\nCategory \`${name}\`.\n\n| Rule | Level | Summary | Fix |\n| --- | --- | --- | --- |\n${rows.join('')}`;
    });
    const others = faultsWithoutRule.map(({ fault, because }) => `| ${fault} | ${because} |\n`).join('');
    return `# Rules\n\n<!-- Generated by scripts/rule-outputs.mjs: \`npm run generate\`. -->\n\n${registry.length} rules in ${sections.filter(Boolean).length} categories.\n\n${aboutTrials}\n${sections.join('')}`
        + `\n## Faults without a rule of their own\n\n| Fault | Why |\n| --- | --- |\n${others}`;
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
