import { expect, test } from 'vitest';
import { explain, type Explanation, explanationAt, explanationLines, registry } from '@sup/language';
import { readExample } from '../support/markers.js';
import { readRulePage } from '../support/rule-page.js';
import { workspaceWith } from '../support/workspace.js';

// Every finding of the examples on the pages can be explained.

async function explanationsOf(id: string): Promise<readonly Explanation[]> {
    const explanations: Explanation[] = [];
    for (const { text } of readRulePage(id).examples('Incorrect')) {
        const workspace = await workspaceWith(readExample(text).files, { today: () => '2026-11-22' });
        const findings = workspace.documents().flatMap(document => workspace.services.linter.rules.check(document).findings.map(finding => ({ finding, document })));
        explanations.push(...findings.filter(({ finding }) => finding.rule.id === id).map(({ finding, document }) => explain(finding, document)));
    }
    return explanations;
}

// The examples of a few rules are too large for their pages.
test.each(registry.map(({ id }) => id).filter(id => readRulePage(id).examples('Incorrect').length > 0))('explains every finding of %s by sentences, each with a place or a source', async id => {
    const explanations = await explanationsOf(id);
    expect(explanations.length).toBeGreaterThan(0);
    for (const explanation of explanations) {
        expect(explanation.steps.length).toBeGreaterThan(0);
        expect(explanation.steps.filter(({ location, source }) => !location && !source)).toEqual([]);
        expect(explanation.steps.filter(({ text }) => !/^\S.*[.?!]$/su.test(text) || / {2}|\bundefined\b|\[object/.test(text)).map(({ text }) => text)).toEqual([]);
        expect(new Set(explanation.steps.map(({ text }) => text)).size, 'a fact is repeated').toBe(explanation.steps.length);
    }
});

test('lays out an explanation as lines with links', async () => {
    const [explanation] = await explanationsOf('sup-gap-in-chain');
    const placeText: Parameters<typeof explanationLines>[1]['placeText'] = ({ uri, range }) => `${uri.split('/').at(-1)!}:${range.start.line + 1}`;
    const lines = explanationLines(explanation!, { placeText });
    expect(lines.flat().flatMap(({ link, text }) => link === undefined ? [] : [text])).toEqual(expect.arrayContaining(['sup-gap-in-chain', 'plan.sup:15']));
    const narrow = explanationLines(explanation!, { placeText, width: 40 }).filter(parts => parts.every(({ link, style }) => link === undefined && style !== 'detail'));
    expect(narrow.map(parts => parts.map(({ text }) => text).join('')).filter(line => line.length > 40 && !line.trimStart().startsWith('-'))).toEqual([]);
});

test('explains an accepted finding with the risk that accepts it', async () => {
    const workspace = await workspaceWith('primary site NRD {\n  mode: mixed\n  allow no-active-sup-on-primary because "CHG-7"\n  clients: 5 intranet\n}\n');
    const document = workspace.document('plan.sup');
    const [risk] = workspace.services.linter.rules.check(document).risks;
    expect(risk!.silenced).toHaveLength(1);
    const { location: { range } } = explain(risk!.silenced[0]!, document);
    const { accepted, steps } = explanationAt(workspace.services, document, 'no-active-sup-on-primary', range)!;
    expect(accepted).toMatchObject({ reason: 'CHG-7', until: undefined, location: { range: { start: { line: 2 } } } });
    expect(steps.length).toBeGreaterThan(0);
});
