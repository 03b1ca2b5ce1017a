// @ts-check
// The files of a rule: where they are, and how `npm run new:rule` writes them. The tests of a new rule fail until its author has
// replaced every TODO.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** @typedef {import('../test/support/rule-page.ts').Heading} Heading */

const folder = 'language/src/linter/rules';

/**
 * @param {string} category
 * @param {string} id
 */
export function rulePath(category, id) {
    return `${folder}/${category}/${id}.ts`;
}

/**
 * The path of an existing rule, in whichever category it is.
 * @param {string} id
 */
export function findRule(id) {
    return readdirSync(join(root, folder)).map(category => rulePath(category, id)).find(path => existsSync(join(root, path)));
}

/** @param {string} id */
export function pagePath(id) {
    return `docs/rules/${id}.md`;
}

/**
 * The file of a rule that finds nothing yet.
 * @param {{ id: string, category: string, since: string }} rule
 */
export function ruleSkeleton({ id, category, since }) {
    return `import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: '${id}',
    since: '${since}',
    summary: 'TODO: the requirement that ${id} checks, in one sentence.',
    category: '${category}',
    // TODO: \`name\` or \`graph\` if the check also reads other sites.
    reach: 'segment',
    // TODO: the titles of the documents that state the requirement.
    sources: [],
    messages: {
        // TODO: one message for each fault.
        fault: ({ site }: { site: string }) => ({
            what: \`TODO: the fault, with the names of the elements involved: \${site}.\`,
            why: 'TODO: the consequence, as the documentation states it.',
            todo: 'TODO: the remedy.'
        })
    },
    // TODO: \`quickfix\` for one safe fix, \`suggestion\` for alternatives.
    fixable: 'none',
    checks: {
        // TODO: check the kind of element that has the fault; \`Checks\` in define-rule.ts lists them.
        site(site, context) {
            const isFaulty = site.code === 'TODO';
            if (isFaulty) {
                context.report('fault', { at: { of: site, part: 'name' }, args: { site: site.code } });
            }
        }
    }
});
`;
}

const example = '```sup\n// TODO\n```';

/** @type {Record<Heading, string>} */
const sections = {
    'Findings': 'TODO: the fault.',
    'Why it matters': 'TODO: the consequence, as the sources state it.',
    'Incorrect': `TODO: one example for each message, with a line of carets below each finding.\n\n${example}`,
    'Correct': `TODO: the plan without the fault.\n\n${example}`,
    'Quick fix': 'TODO: the last incorrect example after each fix, with the title of the fix in bold before it; or a sentence that states that the rule has no fix.',
    'When to turn it off': 'TODO: the reason to turn it off.'
};

/**
 * The page of a rule, with the markers between which `npm run generate` writes its table.
 * @param {string} id
 */
export function pageSkeleton(id) {
    return `# ${id}\n\n<!-- generated -->\n<!-- /generated -->\n\n${Object.entries(sections).map(([heading, text]) => `## ${heading}\n\n${text}\n`).join('\n')}`;
}

/** The rules of these lines are in the order of their ids. */
const uneventful = /(\nconst uneventful: [^\n]*\{\n)([\s\S]*?)(\n\};\n)/;
const classifiedCategories = /\nconst categories: [^\n]*\[(.*?)\];\n/;

/**
 * Adds a rule to the rules without symptoms in test/simulation/witnesses.test.ts. Gives the text unchanged if the test does not classify
 * rules of the category, and undefined if the text does not have the expected form.
 * @param {string} text
 * @param {{ id: string, category: string }} rule
 * @returns {string | undefined}
 */
export function withClassification(text, { id, category }) {
    const categories = classifiedCategories.exec(text)?.[1];
    const block = uneventful.exec(text);
    if (categories === undefined || !block) {
        return undefined;
    }
    if (!categories.includes(`'${category}'`)) {
        return text;
    }
    const [, start = '', lines = '', end = ''] = block;
    const added = [...lines.split('\n').map(line => line.replace(/,?$/, '')), `    '${id}': 'TODO: the reason why nothing fails.'`].sort();
    return text.replace(uneventful, () => `${start}${added.join(',\n')}${end}`);
}
