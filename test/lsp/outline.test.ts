import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, Position } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import { LSPErrorCodes } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { plans, TestEditor } from '../support/editor.js';
import { uriOf, workspaceWith } from '../support/workspace.js';

const outlineOf = async (editor: TestEditor): Promise<DocumentSymbol[]> => await editor.workspace.services.lsp.DocumentSymbolProvider!.getSymbols(editor.document, editor.params) as DocumentSymbol[];

function lines(symbols: readonly DocumentSymbol[], indent = ''): string[] {
    return symbols.flatMap(({ name, detail, children }) => [`${indent}${name}${detail ? ` - ${detail}` : ''}`, ...lines(children ?? [], `${indent}  `)]);
}

const plan = `hierarchy Harbour
central site AAA "Top" {
  release: SP2
  server A1 {
    site server
    wsus 3.0 SP2 { ports: 80, 443 }
    software update point active
  }
  cluster C1 {
    nodes: A1,
      A2,
      A3
    software update point
  }
  synchronization { source: none }
  clients "Laptops" { count: 1 }
}

/*
 * More.
 */
secondary site BBB reports to AAA
`;

test('the outline lists the sites, servers, clusters and blocks of a plan', async () => {
    const symbols = await outlineOf(await TestEditor.open(plan));
    expect(lines(symbols)).toEqual([
        'Harbour - hierarchy',
        'AAA - Top, central site',
        '  A1 - site server',
        '    wsus - 3.0 SP2',
        '    software update point - active',
        '  C1 - cluster',
        '    software update point - inactive',
        '  synchronization',
        '  Laptops - clients',
        'BBB - secondary site'
    ]);
    expect(symbols[1]).toMatchObject({
        kind: SymbolKind.Class,
        range: { start: { line: 1, character: 0 }, end: { line: 16, character: 1 } },
        selectionRange: { start: { line: 1, character: 13 }, end: { line: 1, character: 16 } }
    });
});

test('the outline shows unfinished statements as far as they are written', async () => {
    expect(lines(await outlineOf(await TestEditor.open('central site {\n  srever A1 {\n    wsus\n  }\n  server "" {\n  server\nprimary site BBB'))))
        .toEqual(['(no site code) - central site', '  wsus', '  (no name) - server', '    (no name) - server', 'BBB - primary site']);
});

function isBefore(a: Position, b: Position): boolean {
    return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function check(symbols: readonly DocumentSymbol[]): void {
    for (const { name, range, selectionRange, children = [] } of symbols) {
        expect(name.trim()).not.toBe('');
        for (const inner of [selectionRange, ...children.map(child => child.range)]) {
            expect(isBefore(range.start, inner.start) && isBefore(inner.start, inner.end) && isBefore(inner.end, range.end), `${name}: ${JSON.stringify([range, inner])}`).toBe(true);
        }
        check(children);
    }
}

test('every range contains its selection range and its children, in complete and truncated plans', async () => {
    const { services } = (await TestEditor.open('')).workspace;
    for (const text of plans()) {
        for (const part of [text, text.slice(0, text.length / 2), text.replaceAll('}', ''), text.replaceAll(/"[^"]*"/g, '"')]) {
            const document = services.shared.workspace.LangiumDocumentFactory.fromString(part, uriOf('cut.sup'));
            check(await services.lsp.DocumentSymbolProvider!.getSymbols(document, { textDocument: { uri: document.uri.toString() } }));
        }
    }
});

describe('folding', () => {
    const folds = async (text: string): Promise<string[]> => {
        const { document, params, workspace } = await TestEditor.open(text);
        const ranges = await workspace.services.lsp.FoldingRangeProvider!.getFoldingRanges(document, params);
        return ranges.map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ''}`).sort((a, b) => parseInt(a) - parseInt(b));
    };

    test('folds blocks up to their closing brace, lists and comments, each once', async () => {
        expect(await folds(plan)).toEqual(['2-16', '4-7', '9-13', '10-12', '19-20 comment']);
    });

    test('folds blocks without closing braces', async () => {
        expect(await folds('central site AAA {\n  server A1 {\n    fqdn: "a"\n    os: "b"\n')).toEqual(['1-4', '2-4']);
    });
});

test('finds sites and servers in the whole workspace', async () => {
    const { workspace, ...editor } = await TestEditor.open({ 'a.sup': 'hierarchy H\ncentral site AAA {\n  server SRV1\n}', 'b.sup': 'hierarchy I\ncentral site BBB {\n  server SRV2\n}' });
    const symbols = (await workspace.services.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query: 'srv' }))!;
    expect(symbols.map(({ name, kind }) => [name, kind])).toEqual([['SRV1', SymbolKind.Struct], ['SRV2', SymbolKind.Struct]]);
    expect(editor.name).toBe('a.sup');
});

test('finds sites by any part of their code or title, servers and scenarios, each with its container', async () => {
    const { workspace } = await TestEditor.open('hierarchy H\ncentral site CEN "Head office" {\n  server CENSUP01\n}\nscenario "The office burns" for 2 days {\n  expect no errors at CEN\n}\n');
    const found = async (query: string): Promise<string[]> => (await workspace.services.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query }))!.map(({ name, containerName }) => `${name} in ${containerName}`);
    expect(await found('office')).toEqual(['CEN Head office in H', 'The office burns in H']);
    expect(await found('sup01')).toEqual(['CENSUP01 in CEN Head office']);
    expect(await found('EN')).toContain('CEN Head office in H');
    expect(await found('nothing')).toEqual([]);
});

test('rejects an outline request with ContentModified when the file changes in the meantime', async () => {
    const workspace = await workspaceWith(Array.from({ length: 100 }, (_, i) => `primary site ${100 + i} reports to AAA\n`).join(''));
    const document = workspace.document('plan.sup');
    const asked = workspace.services.lsp.DocumentSymbolProvider!.getSymbols(document, { textDocument: { uri: document.uri.toString() } });
    TextDocument.update(document.textDocument, [{ text: 'hierarchy Bay\ncentral site AAA\n' }], 2);
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});

test('the outline omits the children of sites in a file of more than 2,000 sites', async () => {
    const planOf = (sites: number): string => Array.from({ length: sites }, (_, i) => `primary site S${i} {\n  server A${i} {\n    site server\n  }\n}\n`).join('');
    const { services } = (await TestEditor.open('')).workspace;
    const childrenIn = async (sites: number): Promise<number> => {
        const document = services.shared.workspace.LangiumDocumentFactory.fromString(planOf(sites), uriOf('large.sup'));
        const symbols = await services.lsp.DocumentSymbolProvider!.getSymbols(document, { textDocument: { uri: document.uri.toString() } }) as DocumentSymbol[];
        expect(symbols).toHaveLength(sites);
        return symbols.filter(({ children }) => children).length;
    };
    expect(await childrenIn(2_001)).toBe(0);
    expect(await childrenIn(2_000)).toBe(2_000);
});
