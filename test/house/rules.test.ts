import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { categories, categoryNames, registry, type Rule, textOf } from '@sup/language';
import { readExample } from '../support/markers.js';
import { byRunLength } from '../support/run-length.js';
import { type Heading, headings, readRulePage, rulePagePath } from '../support/rule-page.js';
import { workspaceWith } from '../support/workspace.js';

// The rule consistency test: every rule has a file, a page and a setting, and they agree.

const root = fileURLToPath(new URL('../..', import.meta.url));
const filesIn = (folder: string, extension: string): readonly string[] =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith(extension)).map(name => name.slice(0, -extension.length).split(sep).join('/'));
const namesIn = (folder: string, extension: string): readonly string[] => filesIn(folder, extension).map(name => basename(name)).sort();
const ids = registry.map(rule => rule.id);
const rules = registry.map(rule => [rule.id, rule] as const);

const textsOf = (rule: Rule, ...sections: Heading[]): readonly string[] => sections.flatMap(section => readRulePage(rule.id).examples(section).map(example => example.text));

describe('the rule set', () => {
    test('registers every file of language/src/linter/rules, in order', () => {
        expect(ids).toEqual(namesIn('language/src/linter/rules', '.ts'));
    });

    test('keeps every rule in the folder of its category', () => {
        const files = filesIn('language/src/linter/rules', '.ts');
        expect([...files].sort()).toEqual(registry.map(({ id, category }) => `${category}/${id}`).sort());
    });

    test('documents every rule on its own page, and nothing else', () => {
        expect(namesIn('docs/rules', '.md').filter(name => name !== 'README')).toEqual(ids);
    });

    test('gives every rule a summary of its own', () => {
        const summaries = registry.map(rule => rule.summary);
        expect(summaries.filter((summary, i) => summaries.indexOf(summary) !== i)).toEqual([]);
    });

    test('offers a setting for every rule and every category, and no others', () => {
        const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { contributes: { configuration: { properties: Record<string, { properties: object }> } } };
        const settings = Object.keys(manifest.contributes.configuration.properties['sup.rules']!.properties);
        expect([...settings].sort()).toEqual([...ids, ...categoryNames.map(name => `category:${name}`)].sort());
    });

    test('matches the generated schema, settings, index and tables', () => {
        expect(() => execFileSync(process.execPath, ['scripts/rule-outputs.mjs', '--check'], { cwd: root, encoding: 'utf8', stdio: 'pipe' })).not.toThrow();
    });
});

describe.each(rules)('%s', (id, rule) => {
    test('exports the rule from the file of the same name', async () => {
        const module = await import(`${root}language/src/linter/rules/${rule.category}/${id}.ts`) as { default: Rule };
        expect(module.default.id).toBe(id);
    });

    test('declares a valid id, version, summary and source', () => {
        expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/);
        expect(rule.summary).toMatch(/^[\p{Lu}`].*\.$/u);
        expect(rule.sources, 'no sources').not.toEqual([]);
    });

    test('gives a reason for each message with a severity other than its category\'s', () => {
        for (const [message, override] of Object.entries(rule.severities ?? {})) {
            expect(Object.keys(rule.messages), `a severity for "${message}", which is not a message`).toContain(message);
            expect(override?.because.trim(), `no reason for the severity of "${message}"`).toMatch(/\.$/);
            expect(override?.severity, `"${message}" has the severity of its category anyway`).not.toBe(categories[rule.category].severity);
        }
    });

});

// A rule without a page fails once, above.
describe.each(rules.filter(([id]) => existsSync(rulePagePath(id))))('the page of %s', (id, rule) => {
    const page = readRulePage(id);

    test('contains the required headings, in order', () => {
        expect(page.text.split('\n', 1)[0]).toBe(`# ${id}`);
        expect(page.headings).toEqual(headings);
    });

    test('contains incorrect and correct examples', () => {
        const isTooLarge = Object.keys(rule.messages).every(message => isTestedElsewhere(id, message));
        expect(textsOf(rule, 'Incorrect').length > 0 || isTooLarge, 'no example under "Incorrect"').toBe(true);
        expect(textsOf(rule, 'Correct').length, 'no example under "Correct"').toBeGreaterThan(0);
    });

    test('shows fixes if and only if the rule has some', () => {
        // A rule about differences from an export has its fixes in `test/import/drift.test.ts`.
        expect(textsOf(rule, 'Quick fix').length > 0 || rule.checks.difference !== undefined, `examples under "Quick fix" of a rule that has \`fixable: ${rule.fixable}\``).toBe(rule.fixable !== 'none');
    });

    test('shows every message of the rule, each in three sentences', async () => {
        const reported = new Set<string>();
        for (const text of textsOf(rule, 'Incorrect')) {
            const { files } = readExample(text);
            const workspace = await workspaceWith(files, { today: () => '2026-11-22' });
            for (const finding of plansIn(files).flatMap(name => workspace.findings(name)).filter(candidate => candidate.rule.id === id)) {
                reported.add(finding.messageId);
                for (const sentence of [finding.message.what, finding.message.why, finding.message.todo]) {
                    expect(sentence, `a part of "${finding.messageId}": ${textOf(finding.message)}`).toMatch(/^\S.*\S[.?]$/s);
                    expect(sentence).not.toMatch(/ {2}|\bundefined\b|\bNaN\b|\[object/);
                }
            }
        }
        expect(Object.keys(rule.messages).filter(message => !reported.has(message) && !isTestedElsewhere(id, message)), 'messages that no example shows').toEqual([]);
    });

    test('does not make any rule fail when its examples are cut off', async () => {
        expect(await failuresOn(textsOf(rule, 'Incorrect', 'Correct'))).toEqual([]);
    }, 60_000);
});

const plansIn = (files: Readonly<Record<string, string>>): readonly string[] => Object.keys(files).filter(name => name.endsWith('.sup'));

/** A message that no page can show, such as the one for a file of 4 MiB, is named in the rule's own test. */
function isTestedElsewhere(id: string, message: string): boolean {
    const path = `${root}test/rules/${id}.test.ts`;
    return existsSync(path) && readFileSync(path, 'utf8').includes(`'${message}'`);
}

/** An example is cut off before every word, or before every twentieth one. */
const cutEvery = byRunLength({ short: 20, long: 1 });

/** The failures of rules and of their fixes on examples that are cut off. */
async function failuresOn(examples: readonly string[]): Promise<readonly string[]> {
    const failures = new Set<string>();
    for (const text of examples) {
        const { files } = readExample(text);
        const workspace = await workspaceWith(files);
        for (const [name, whole] of Object.entries(files).filter(([name]) => name.endsWith('.sup'))) {
            for (const { index } of [...whole.matchAll(/\S+|"/g)].filter((_, i) => i % cutEvery === 0)) {
                await workspace.write({ [name]: whole.slice(0, index) });
                workspace.findings(name).forEach(finding => {
                    try {
                        finding.fixes();
                    } catch (error) {
                        failures.add(`The fixes of ${finding.rule.id} failed on ${JSON.stringify(whole.slice(0, index))}: ${String(error)}`);
                    }
                });
            }
            await workspace.write({ [name]: whole });
        }
        workspace.reports.forEach(report => failures.add(report));
    }
    return [...failures];
}
