import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileLimits } from '@sup/model';
import { expectSound, survives, tally } from '../support/hostile.js';
import { byRunLength } from '../support/run-length.js';
import { TestWorkspace, uriOf, workspaceWith } from '../support/workspace.js';

// A file that is too large or nested too deeply has one finding, and does not affect the other files.

const sample = readFileSync(new URL('../../examples/starter/starter.sup', import.meta.url), 'utf8');

/** A test whose inputs are too large for `npm test`. */
const longTest = test.runIf(byRunLength({ short: false, long: true }));

const nested = (depth: number): string => `${'x {\n'.repeat(depth)}${'}\n'.repeat(depth)}`;

test('analyzes 64 nested blocks', async () => {
    expect(tally(await survives(nested(fileLimits.depth)))).toEqual({ 'unknown-statement': 1 });
});

test.each([fileLimits.depth + 1, 250, 1_000])('reports %i nested blocks as one finding', async depth => {
    expect(tally(await survives(nested(depth)))['syntax-error']).toBe(1);
    expect(tally(await survives(nested(depth).slice(0, depth * 4)))['syntax-error']).toBe(1);
});

test('reports 20,000 nested blocks as two findings: one about their depth, one where the analysis ends', async () => {
    const workspace = await survives(nested(20_000));
    expect(workspace.findings('plan.sup').filter(({ rule }) => rule.id === 'syntax-error').map(({ messageId }) => messageId)).toEqual(['tooDeep', 'partTooLong']);
});

test('outlines deeply nested blocks', async () => {
    const workspace = await workspaceWith(`central site NOR {\n${nested(fileLimits.depth - 1).replaceAll('x {', 'server X {')}}\n`);
    const document = workspace.document('plan.sup');
    const [symbol] = await workspace.services.lsp.DocumentSymbolProvider!.getSymbols(document, { textDocument: { uri: document.uri.toString() } });
    expect(symbol!.range.end.line).toBe(2 * fileLimits.depth - 1);
});

test('does not count other brackets as nesting', async () => {
    await survives('{['.repeat(20_000));
    expect(tally(await survives('['.repeat(4_000)))).toEqual({ 'syntax-error': 1 });
    expect(tally(await survives('{'.repeat(4_000)))).toEqual({ 'syntax-error': 1 });
});

test('analyzes 12,000 sites of a file, and reports where the analysis ends', async () => {
    const count = fileLimits.segments;
    const lines = Array.from({ length: count + 1_000 }, (_, i) => `primary site S${i}\n`);
    const workspace = new TestWorkspace();
    const { LangiumDocuments, LangiumDocumentFactory } = workspace.services.shared.workspace;
    LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(lines.join(''), uriOf('plan.sup')));
    expect(workspace.services.analysis.hierarchies.of(workspace.document('plan.sup')).sites).toHaveLength(count);
    expect(workspace.document('plan.sup').parseResult.lexerReport?.diagnostics).toEqual([expect.objectContaining({ kind: 'too-long', line: count + 1 })]);
});

longTest('counts the findings of a site with more findings than a call can take arguments', async () => {
    const workspace = await workspaceWith(`central site NOR {\n${'p: x\n'.repeat(150_000)}}\n`);
    expect(workspace.reports).toEqual([]);
    expect(workspace.diagnostics('plan.sup')[0]).toMatchObject({ code: 'too-many-findings', message: expect.stringContaining('149,900 more findings') as string });
}, 120_000);

test('a file of exactly 4 MiB is analyzed, and one character more is not', async () => {
    const filled = (length: number): string => `${sample}${'// filled\n'.repeat(length)}`.slice(0, length);
    expect(tally(await survives(filled(fileLimits.characters)))).toEqual({});
    expect(tally(await survives(filled(fileLimits.characters + 1)))).toEqual({ 'syntax-error': 1 });
});

test.each([
    ['a text', `central site NOR "${'x'.repeat(4_000_000)}`],
    ['a name', `central site ${'N'.repeat(4_000_000)} {\n}`],
    ['a key', `central site NOR {\n${'k'.repeat(4_000_000)}: 1\n}`],
    ['digits', `central site NOR {\nclients: ${'1'.repeat(4_000_000)}\n}`],
    ['blanks', `central${' '.repeat(4_000_000)}site NOR`],
    ['a comment', `/*${'*'.repeat(4_000_000)}`],
    ['two names', `central site NOR {\nserver ${'a'.repeat(1_900_000)}\nsynchronization { source: server ${'b'.repeat(1_900_000)} }\n}`]
])('survives %s of four million characters', async (_, text) => {
    await survives(text);
});

test('an unreadable file does not affect the others', async () => {
    const workspace = await workspaceWith({ 'plan.sup': sample, 'broken.sup': nested(20_000), 'binary.sup': '\0', 'large.sup': 'x'.repeat(fileLimits.characters + 1) });
    expectSound(workspace);
    expect(workspace.diagnostics('plan.sup')).toEqual([]);
});

test('reports 10,000 repetitions of a property as one finding', async () => {
    const workspace = await survives(`central site NOR {\n${'  mode: native\n'.repeat(10_000)}}\n`);
    expect(tally(workspace)).toEqual({ 'duplicate-property': 1 });
});
