import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LangiumDocument, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { createNodeFileSystem } from '@sup/files';
import { askAll } from '../support/ask-all.js';
import { isInside, lineLengths, rangesIn, resultShapes, sentShapes, type Shape } from '../support/lsp-schema.js';
import { type TestWorkspace, workspaceWith } from '../support/workspace.js';

// A catalogue of inputs that have broken tools like this one, each with its expected result in a file beside it: the sites that are
// still recognized, and the diagnostics by position. Expected results are worked out by hand, never recorded.

const folder = join(import.meta.dirname, 'bad-inputs');
const names = readdirSync(folder).filter(name => name.endsWith('.sup')).map(name => name.slice(0, -'.sup'.length));

/** A second plan in the workspace, with a mistake of its own. */
const neighbour = 'hierarchy Neighbour\ncentral site NBR {\n  mode: nativ\n}\n';

/** The text of an input, as the file system provider reads it. */
const readPlan = (name: string): Promise<string> => createNodeFileSystem({ roots: () => [folder] }).fileSystemProvider().readFile(URI.file(join(folder, `${name}.sup`)));

const severities = { [DiagnosticSeverity.Error]: 'error', [DiagnosticSeverity.Warning]: 'warning', [DiagnosticSeverity.Information]: 'information', [DiagnosticSeverity.Hint]: 'hint' };

function lineOf({ range: { start, end }, severity, code }: Diagnostic): string {
    return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${severities[severity!]} ${String(code)}`;
}

function resultOf(workspace: TestWorkspace): string {
    const sites = workspace.services.analysis.hierarchies.sitesOf(workspace.document('input.sup')).map(({ code }) => code || '?');
    return [`sites: ${sites.join(' ') || 'none'}`, ...workspace.diagnostics('input.sup').map(lineOf), ''].join('\n');
}

/** Half a surrogate pair is sent as an escape, which not every client can read. */
function hasLoneSurrogate(value: unknown): boolean {
    return /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value));
}

describe.each(names)('%s', name => {
    test('produces the expected result, and does not affect the plan beside it', async () => {
        const workspace = await workspaceWith({ 'input.sup': await readPlan(name), 'neighbour.sup': neighbour });
        expect(resultOf(workspace)).toBe(readFileSync(join(folder, `${name}.expected`), 'utf8'));
        expect(workspace.diagnostics('neighbour.sup').map(lineOf)).toEqual(['3:9-3:14 error invalid-value']);
        expect(workspace.reports).toEqual([]);
    });

    test('follows the protocol in every answer, with ranges inside the text only', async () => {
        const workspace = await workspaceWith({ 'input.sup': await readPlan(name) });
        const document = workspace.document('input.sup');
        const uri = document.uri.toString();
        const text = document.textDocument;
        const diagnostics = workspace.diagnostics('input.sup');
        expect(faultOf('textDocument/publishDiagnostics', sentShapes, { uri, diagnostics }, document)).toBeUndefined();
        const places = [0, 0.25, 0.5, 0.75, 1].map(share => text.positionAt(Math.floor(text.getText().length * share)));
        for (const position of [...places, ...diagnostics.slice(0, 10).map(({ range }) => range.start)]) {
            for (const [method, answer] of Object.entries(await askAll(workspace, document, position))) {
                expect(faultOf(method, resultShapes, answer, document), method).toBeUndefined();
            }
        }
    });
});

/** The fault of an answer or a notification: its form, a range outside of the text, or half a surrogate pair. */
function faultOf(method: string, shapes: Readonly<Record<string, Shape>>, value: unknown, { uri, textDocument }: LangiumDocument): unknown {
    const lines = lineLengths(textDocument.getText());
    const stray = rangesIn(value, uri.toString()).find(({ range }) => !isInside(range, lines));
    return !shapes[method]!(value) ? value : stray ?? (hasLoneSurrogate(value) ? 'half a surrogate pair' : undefined);
}
