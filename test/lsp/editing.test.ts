import { expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linkedEditingRangesAt, selectionRangeAt } from '@sup/language';
import { TestEditor } from '../support/editor.js';

test('expands a selection from a word to its value, list, property, block and statement', async () => {
    const { document, position } = await TestEditor.open('central site AAA {\n  server A1\n  cluster C1 { nodes: A1, A|2 }\n}\n');
    const texts: string[] = [];
    for (let range: SelectionRange | undefined = selectionRangeAt(document, position); range; range = range.parent) {
        texts.push(document.textDocument.getText(range.range));
    }
    expect(texts.slice(0, 4)).toEqual(['A2', 'nodes: A1, A2', '{ nodes: A1, A2 }', 'cluster C1 { nodes: A1, A2 }']);
    expect(texts.at(-1)).toBe(document.textDocument.getText());
});

test('selects the whole file where there is no word', async () => {
    const { document, position } = await TestEditor.open('|');
    expect(selectionRangeAt(document, position)).toEqual({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } });
});

test('edits a name together with its references, if all of them are in the file and without quotes', async () => {
    const linked = async (files: Parameters<typeof TestEditor.open>[0]): Promise<string[] | undefined> => {
        const { document, position, workspace: { services } } = await TestEditor.open(files);
        return linkedEditingRangesAt(document, position, services)?.ranges.map(({ start }) => `${start.line + 1}:${start.character + 1}`).sort();
    };
    expect(await linked('central site AAA {\n  server A|1\n  synchronization { source: server A1 }\n}\n')).toEqual(['2:10', '3:36']);
    expect(await linked('central site A|AA\nprimary site BBB reports to AAA\n')).toEqual(['1:14', '2:29']);
    expect(await linked('central site A|AA\n')).toBeUndefined();
    expect(await linked('central site AAA {\n  server A|1\n  synchronization { source: server "A1" }\n}\n')).toBeUndefined();
    expect(await linked({ 'a.sup': 'hierarchy H\ncentral site A|AA\nprimary site BBB reports to AAA\n', 'b.sup': 'hierarchy H\nprimary site CCC reports to AAA\n' })).toBeUndefined();
});

test('formats a block when its closing brace is typed, and nothing around it', async () => {
    const text = 'central  site AAA {\n    server A1   {\n  site server\n       fqdn:"a"\n  }\n  clients :  3 intranet\n}\n';
    const { document, params, workspace } = await TestEditor.open(text);
    const formatter = workspace.services.lsp.Formatter!;
    expect(formatter.formatOnTypeOptions).toEqual({ firstTriggerCharacter: '}' });
    const edits = await formatter.formatDocumentOnType(document, { ...params, position: { line: 4, character: 3 }, ch: '}', options: { tabSize: 2, insertSpaces: true } });
    expect(TextDocument.applyEdits(document.textDocument as TextDocument, edits)).toBe('central  site AAA {\n    server A1 {\n    site server\n    fqdn: "a"\n  }\n  clients :  3 intranet\n}\n');
});

test('folds regions, which may contain several sites', async () => {
    const { document, params, workspace } = await TestEditor.open('// #region North\ncentral site AAA\n// #region Inner\nprimary site BBB reports to AAA\n// #endregion\n// #endregion\n// #endregion\n');
    const ranges = await workspace.services.lsp.FoldingRangeProvider!.getFoldingRanges(document, params);
    expect(ranges.map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1} ${kind}`)).toEqual(['3-5 region', '1-6 region']);
});

test('links the rule of an accepted risk to its page, and the addresses in the reason', async () => {
    const text = 'central site AAA {\n  allow sup-port-mismatch because "See https://tickets.example/42 for why"\n  allow no-rule because "None"\n}\n';
    const { document, params, workspace } = await TestEditor.open(text);
    const links = await workspace.services.lsp.DocumentLinkProvider!.getDocumentLinks(document, params);
    expect(links.map(({ range, target }) => [document.textDocument.getText(range), target])).toEqual([
        ['sup-port-mismatch', 'https://github.com/sup-topology/sup-topology/blob/v0.1.0/docs/rules/sup-port-mismatch.md'],
        ['https://tickets.example/42', 'https://tickets.example/42']
    ]);
});
