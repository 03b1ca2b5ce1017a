import { describe, expect, test } from 'vitest';
import { changesOf, registry, type Rule } from '@sup/language';
import { everyFix, findingsIn, objectionsTo } from '../support/applied-fixes.js';
import { describeDiagnostic, describeMarker, readExample } from '../support/markers.js';
import { readRulePage } from '../support/rule-page.js';
import { applied, type Files, type TestWorkspace, workspaceWith } from '../support/workspace.js';

// The pages in docs/rules/ are the tests of the rules: every example is run, every fix is applied, and its result is checked again.

const today = (): string => '2026-11-22';

const plansIn = (files: Files): readonly string[] => Object.keys(files).filter(name => name.endsWith('.sup'));

async function fixesOf(workspace: TestWorkspace, files: Files, rule: Rule): Promise<{ title: string; result: Record<string, string> }[]> {
    return plansIn(files).flatMap(name => workspace.findings(name))
        .filter(finding => finding.rule.id === rule.id)
        .flatMap(finding => finding.fixes())
        .map(fix => ({ title: fix.title, result: applied(files, changesOf(fix.edits), fix.configurations) }));
}

/** Mutation testing needs the pages of some rules only. */
const chosen = process.env['SUP_RULES']?.split(',');

describe.each(registry.filter(({ id }) => chosen?.includes(id) ?? true).map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
    const page = readRulePage(id);

    test.each(page.examples('Incorrect').map((example, i) => [i + 1, example.text]))('reports exactly the marked findings of incorrect example %i', async (_, text) => {
        const { files, markers } = readExample(String(text));
        const workspace = await workspaceWith(files, { today });
        const found = plansIn(files).flatMap(name => workspace.diagnostics(name).map(diagnostic => describeDiagnostic(name, diagnostic, files[name]!)));
        expect(found.sort()).toEqual(markers.map(describeMarker).sort());
        expect(markers.map(marker => marker.rule)).toContain(id);
    });

    test.each(page.examples('Correct').map((example, i) => [i + 1, example.text]))('reports nothing in correct example %i', async (_, text) => {
        const workspace = await workspaceWith(readExample(String(text)).files, { today });
        expect(workspace.listing()).toEqual([]);
    });

    test.each(page.examples('Incorrect').map((example, i) => [i + 1, example.text]))('each fix of incorrect example %i resolves its finding, adds no error and keeps the layout', async (_, text) => {
        const { files } = readExample(String(text));
        const workspace = await workspaceWith(files, { today });
        const before = findingsIn(workspace, files);
        for (const fix of everyFix(workspace, files)) {
            expect(await objectionsTo(fix, before, files), `${fix.title}\n${Object.values(fix.result).join('\n')}`).toEqual([]);
        }
    });

    test('shows the result of every fix of the last incorrect example on its page', async () => {
        const last = page.examples('Incorrect').at(-1);
        const { files } = readExample(last?.text ?? '');
        const actual = new Map((await fixesOf(await workspaceWith(files, { today }), files, rule)).map(({ title, result }) => [title, result]));
        const shown = new Map(page.examples('Quick fix').map(example => [example.title ?? '', readExample(example.text).files]));
        expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(actual));
        expect(actual.size > 0 || rule.checks.difference !== undefined).toBe(rule.fixable !== 'none');
    });
});
