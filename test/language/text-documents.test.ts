import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeDocument } from '../../language/src/analysis/workspace/text-documents.js';

const at = (line: number, character: number) => ({ line, character });

test.each<[string, ReturnType<typeof at>, ReturnType<typeof at>, string, string]>([
    ['after the end', at(28, 12), at(29, 203), '\r\n', 'one\ntwo\n\r\n'],
    ['before the beginning', at(-3, -1), at(0, 1), 'T', 'Tne\ntwo\n'],
    ['between characters', at(0.5, 1.5), at(1.2, 0.9), '', 'otwo\n'],
    ['of NaN', at(NaN, NaN), at(NaN, NaN), 'x', 'xone\ntwo\n']
])('moves a changed range %s to the nearest valid one', (_, start, end, text, expected) => {
    const document = TextDocument.create('file:///a.sup', 'sup', 1, 'one\ntwo\n');
    document.positionAt(0);
    const changed = changeDocument(document, [{ range: { start, end }, text }], 2);
    expect(changed.getText()).toBe(expected);
    expect(changed.version).toBe(2);
    for (let offset = 0; offset <= expected.length; offset++) {
        expect(changed.positionAt(offset)).toEqual(TextDocument.create('', '', 0, expected).positionAt(offset));
    }
});
