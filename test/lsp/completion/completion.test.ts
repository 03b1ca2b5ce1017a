import { describe, expect, test } from 'vitest';
import { labels } from '../../support/completing.js';
import { TestEditor } from '../../support/editor.js';

describe('places without completion', () => {
    test.each(['// |', 'central site AAA { // mode: |\n}', '/* | */', '/*\n  |\n*/', '/* |', '/*\n |', 'central site AAA "|', 'server "|"', 'central site AAA "Top"|'])('offers nothing in %j', async text => {
        expect(await labels(text)).toEqual([]);
    });

    test('offers nothing for a space that indents a line', async () => {
        expect((await (await TestEditor.open('central site AAA {\n |\n}')).complete(' ')).items).toEqual([]);
        expect((await (await TestEditor.open('primary site AAA reports to |\ncentral site BBB')).complete(' ')).items).toHaveLength(1);
    });

    test('offers items right after a comment', async () => {
        expect(await labels('/* the mode\n of it */ |')).toContain('central site');
    });
});

test('truncates a long list and marks it as incomplete', async () => {
    const sites = Array.from({ length: 300 }, (_, i) => `primary site ${String(i).padStart(3, '0')} reports to AAA\n`).join('');
    const list = await (await TestEditor.open(`central site AAA\n${sites}primary site BBB reports to |`)).complete();
    expect([list.isIncomplete, list.items.length]).toEqual([true, 200]);
    const narrowed = await (await TestEditor.open(`central site AAA\n${sites}primary site BBB reports to 299|`)).complete();
    expect([narrowed.isIncomplete, narrowed.items.length]).toEqual([true, 1]);
});

const sample = `hierarchy H
/** Top. */
central site AAA "Top" { // one
  release: SP2  mode: native
  server A1 {
    site server
    internet fqdn: "a.example"
    wsus 3.0 SP2 { ports: 80, 443  ssl: required }
    software update point active { accepts: intranet, internet proxy { port: 80 } }
  }
  cluster "C 1" { nodes: A1, "A 2" }
  synchronization { source: server A1
    products: "Windows 7",
      "Silverlight"
  }
  link: 512 kbps,
    40 ms
  allow sup-port-mismatch until 2027-01-01 because "x ""y"" z"
}
primary site BBB reports to AAA, CCC
`;
const broken = [sample, sample.replaceAll('}', ''), sample.replaceAll('{', ''), sample.replaceAll('"', ''), sample.replaceAll(':', ''), sample.replaceAll('\n', '\r\n'), sample.replaceAll(/[a-z]{3,}/g, '@'), sample.replaceAll(/^ +/gm, '/* ')];

test.each(broken.map((text, i) => [i, text] as const))('completes at every offset of a file with an edit on its line (variant %i)', async (_, text) => {
    const editor = await TestEditor.open(text);
    const provider = editor.workspace.services.lsp.CompletionProvider!;
    for (let offset = 0; offset <= text.length; offset++) {
        const position = editor.document.textDocument.positionAt(offset);
        const list = (await provider.getCompletion(editor.document, { ...editor.params, position }))!;
        for (const { label, textEdit } of list.items) {
            const { start, end } = (textEdit as { range: { start: typeof position; end: typeof position } }).range;
            const at = `${label} at ${offset}`;
            expect([start.line, start.character <= position.character, end.line, end.character >= position.character], at).toEqual([position.line, true, position.line, true]);
        }
    }
});
