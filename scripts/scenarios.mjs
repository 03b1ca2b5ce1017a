// @ts-check
// Generates the tables of docs/scenarios.md (events, expectations, assumptions) from the catalogue and the model. With --check it only
// compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, script, ScriptError } from './project.mjs';
import { exportsOf } from './sources.mjs';

/**
 * @typedef {object} Catalogue
 * @property {readonly { form: string, documentation: string }[]} events
 * @property {readonly { form: string, documentation: string }[]} expectations
 * @property {(assumption: import('../model/src/assumptions.ts').Assumption, amount: number) => string} amountText
 * @property {Record<string, import('../model/src/assumptions.ts').Assumption>} assumptions
 * @property {(assumption: import('../model/src/assumptions.ts').Assumption) => string} assumptionOriginText
 */

const page = join(root, 'docs/scenarios.md');

await script(async () => {
    /** @type {Catalogue} */
    const catalogue = await exportsOf('language/src/syntax/catalogue', ['./events.ts', './expectations.ts', './amounts.ts', '@sup/model']);
    const written = readFileSync(page, 'utf8');
    const wanted = Object.entries(tablesOf(catalogue)).reduce(withTable, written);
    if (!process.argv.includes('--check')) {
        writeFileSync(page, wanted);
    } else if (written !== wanted) {
        throw new ScriptError('docs/scenarios.md is out of date with the phrases and assumptions in the sources. Run `npm run generate`.');
    }
});

/**
 * The tables by the names in the page's markers.
 * @param {Catalogue} catalogue
 */
function tablesOf({ events, expectations, assumptions, amountText, assumptionOriginText }) {
    const phrases = (/** @type {Catalogue['events']} */ list) => list.map(({ form, documentation }) => [`\`${form}\``, documentation]);
    return {
        events: table(['Event', 'Meaning'], phrases(events)),
        expectations: table(['Expectation', 'Meaning'], phrases(expectations)),
        assumptions: table(['In a scenario', 'In `sup.config.json`', 'Default', 'Meaning', 'From'], Object.entries(assumptions).map(([name, assumption]) => [
            `\`${assumption.key}\``, `\`${name}\``, amountText(assumption, assumption.default), assumption.meaning, assumptionOriginText(assumption)
        ]))
    };
}

/**
 * The page with the content between the markers of one table replaced.
 * @param {string} text
 * @param {[string, string]} table
 */
function withTable(text, [name, rows]) {
    const block = new RegExp(`(<!-- generated: ${name} -->\n)[\\s\\S]*?(<!-- /generated -->\n)`);
    if (!block.test(text)) {
        throw new ScriptError(`docs/scenarios.md has no line \`<!-- generated: ${name} -->\` followed by a line \`<!-- /generated -->\`.`);
    }
    return text.replace(block, (_, start, end) => `${start}\n${rows}\n${end}`);
}

/**
 * @param {readonly string[]} heads
 * @param {readonly (readonly string[])[]} rows
 */
function table(heads, rows) {
    const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
    return line(heads) + line(heads.map(() => '---')) + rows.map(line).join('');
}
