import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestEditor } from '../support/editor.js';

const plan = `hierarchy H
central site CEN "Top" {
  server CENSUP01 { wsus 3.0 SP2 { }  software update point active { proxy { host: "proxy"  port: 8080 } } }
  clients "Sales" { count: 5 }
}
primary site OSL "Oslo" reports to CEN {
  server "OSL SUP" { wsus 3.0 SP2 { }  software update point active }
}
`;
const scenario = (...lines: string[]): string => `hierarchy H\nscenario "x" for 7 days {\n${lines.map(line => `  ${line}\n`).join('')}}\n`;
const open = (...lines: string[]): Promise<TestEditor> => TestEditor.open({ 'plan.sup': plan, 'scenario.sup': scenario(...lines) });
const labels = async (...lines: string[]): Promise<string[]> => (await (await open(...lines)).complete()).items.map(item => item.label);
const choosing = async (label: string, line: string): Promise<string> => {
    const editor = await open(line);
    const item = (await editor.complete()).items.find(each => each.label === label);
    expect(item, `${label} is offered`).toBeDefined();
    return editor.afterChoosing(item!).split('\n')[2]!.trim();
};

describe('completion', () => {
    test('offers the statements of a scenario', async () => {
        expect(await labels('|')).toEqual(['seed', 'assume', 'at', 'expect', 'allow']);
        expect(await labels('seed: 3', 'assume { }', '|')).toEqual(['at', 'expect', 'allow']);
        // The default comes first.
        expect(await labels('assume {', '  retry interval: |', '}')).toEqual(['1 hour', '30 minutes', '1 day']);
        expect(await labels('assume {', '  first s|', '}')).toEqual(['first synchronization', 'first scan size', 'first scan cost']);
    });

    test('offers the next words of an event', async () => {
        expect(await labels('at |')).toContain('2d 02:07');
        expect(await labels('at 1d |')).toEqual([':']);
        expect(await labels('at 3 |')).toEqual(['minutes', 'hours', 'days', 'weeks']);
        expect(await labels('at 1d: |')).toEqual(expect.arrayContaining(['stop', 'fail', 'set', 'synchronize', 'publish update', 'set group policy of']));
        expect(await labels('at 1d: set |')).toEqual(['CENSUP01', 'OSL SUP', 'group policy of']);
        expect(await labels('at 1d: set CENSUP01 |')).toEqual(['ports to', 'ssl to', 'replica to', 'source to', 'products to', 'classifications to', 'languages to', 'proxy to']);
        expect(await labels('at 1d: fail |')).toEqual(['Microsoft Update', 'link of', 'WSUS of', 'certificate of', 'proxy of', 'content share of']);
        expect(await labels('at 1d: fail Microsoft |')).toEqual(['Update']);
        expect(await labels('at 1d: stop CENSUP01 |')).toEqual(['for']);
        expect(await labels('at 1d: synchronize |')).toEqual(['CEN']);
        expect(await labels('at 1d: set CENSUP01 ssl to |')).toEqual(['required', 'website', 'off']);
        expect(await labels('at 1d: stop CENSUP01 for 2d |')).toEqual([]);
    });

    test('offers the next words of an expectation', async () => {
        expect(await labels('expect all sites |')).toEqual(['synchronized', 'settings restored', 'matches']);
        expect(await labels('expect OSL synchronized |')).toEqual(['by', 'after', 'never', 'within']);
        expect(await labels('expect OSL matches CEN |')).toEqual(['by', 'after', 'always', 'never', 'within']);
        expect(await labels('expect clients |')).toEqual(['of', 'Sales']);
        expect(await labels('expect clients of CEN scan against |')).toEqual(['CENSUP01', 'OSL SUP']);
        expect(await labels('at 1d: publish update "KB1"', 'expect update |')).toEqual(['KB1']);
        expect(await labels('expect nonsense here |')).toEqual([]);
    });

    test('quotes names where necessary', async () => {
        expect(await choosing('OSL SUP', 'at 1d: stop |')).toBe('at 1d: stop "OSL SUP"');
        expect(await choosing('OSL SUP', 'at 1d: stop "|')).toBe('at 1d: stop "OSL SUP"');
        expect(await choosing('Sales', 'expect clients |')).toBe('expect clients "Sales"');
        expect(await choosing('"Windows 7"', 'at 1d: set CENSUP01 products to |')).toBe('at 1d: set CENSUP01 products to "Windows 7"');
        expect(await choosing('ports to', 'at 1d: set CENSUP01 po|')).toBe('at 1d: set CENSUP01 ports to');
    });

    test('offers nothing outside of scenarios', async () => {
        expect((await (await TestEditor.open('central site CEN {\n  at 1d: |\n}')).complete()).items).toEqual([]);
    });
});

describe('names in events and expectations', () => {
    const lines = ['at 1d: stop CENSUP01', 'at 2d: start "CENSUP01"', 'at 3d: synchronize CEN now', 'expect OSL matches CEN by 4d', 'expect clients of OSL scan against "OSL SUP"'];
    const at = (marked: string, name: string): Promise<TestEditor> => open(...lines.map(line => line.replace(marked, marked.replace(name, `|${name}`))));
    const definition = async (editor: TestEditor): Promise<string[]> => {
        const links = await editor.workspace.services.lsp.DefinitionProvider!.getDefinition(editor.document, editor.params) ?? [];
        return editor.places(links.map(link => ({ uri: link.targetUri, range: link.targetSelectionRange })));
    };
    const references = async (editor: TestEditor): Promise<string[]> =>
        editor.places(await editor.workspace.services.lsp.ReferencesProvider!.findReferences(editor.document, { ...editor.params, context: { includeDeclaration: false } }));

    test('goes from a name in a scenario to its declaration', async () => {
        expect(await definition(await at('stop CENSUP01', 'CENSUP01'))).toEqual(['plan.sup:3:10']);
        expect(await definition(await at('"CENSUP01"', 'CENSUP01'))).toEqual(['plan.sup:3:10']);
        expect(await definition(await at('synchronize CEN', 'CEN'))).toEqual(['plan.sup:2:14']);
        expect(await definition(await at('"OSL SUP"', 'OSL'))).toEqual(['plan.sup:7:10']);
        expect(await definition(await at('synchronize', 'synchronize'))).toEqual([]);
    });

    test('finds all references from a name in a scenario', async () => {
        expect(await references(await at('stop CENSUP01', 'CENSUP01'))).toEqual(['scenario.sup:3:15', 'scenario.sup:4:16']);
        expect(await references(await at('synchronize CEN', 'CEN'))).toEqual(['plan.sup:6:36', 'scenario.sup:5:22', 'scenario.sup:6:22']);
    });

    test('renames a site or server in scenarios, too', async () => {
        const renamed = await (await at('synchronize CEN', 'CEN')).rename('HQ1');
        expect(renamed['scenario.sup']).toContain('synchronize HQ1 now');
        expect(renamed['scenario.sup']).toContain('matches HQ1 by');
        expect(renamed['plan.sup']).toContain('reports to HQ1');
        expect((await (await at('stop CENSUP01', 'CENSUP01')).rename('CEN 1'))['scenario.sup']).toContain('stop "CEN 1"\n  at 2d: start "CEN 1"');
    });

    test('goes to the declaration from a name before a mistake', async () => {
        expect(await definition(await open('at 1d: set |CENSUP01 prots to 80'))).toEqual(['plan.sup:3:10']);
    });
});

test('hover explains a phrase and describes its names', async () => {
    expect(await (await open('at 1d: st|op CENSUP01 for 4h')).hover()).toMatch(/^`stop SERVER \[for DURATION\]`\n\nThe computer/);
    expect(await (await open('expect OSL synch|ronized')).hover()).toMatch(/^`SITES synchronized \[by TIME \|/);
    expect(await (await open('at 1d: stop CEN|SUP01')).hover()).toContain('**server CENSUP01**');
    expect(await (await open('|at 1d: stop CENSUP01')).hover()).toMatch(/^An event at a time of the run/);
    expect(await (await open('assume { retry in|terval: 1h }')).hover()).toMatch(/Default: 1 hour \("Troubleshoot/);
    expect(await (await open('at 1d: st|op')).hover()).toMatch(/^An event at a time of the run/);
});

test('the outline shows scenarios with their events and expectations', async () => {
    const { document, params, workspace } = await open('seed: 7', 'at 1d 3h: stop |CENSUP01', 'expect OSL matches', '');
    const symbols = await workspace.services.lsp.DocumentSymbolProvider!.getSymbols(document, params) as DocumentSymbol[];
    expect(symbols[1]).toMatchObject({ name: 'x', detail: 'scenario for 7 days', children: [
        { name: 'stop CENSUP01', detail: 'at 1d 3h' }, { name: 'OSL matches', detail: 'expect' }
    ] });
});

test('scenarios fold, and so do events over several lines', async () => {
    const { document, params, workspace } = await TestEditor.open({ 'scenario.sup': scenario('at 1d: set A products to "B",', '  "C",', '  "D"', 'expect all sites synchronized') });
    const ranges = await workspace.services.lsp.FoldingRangeProvider!.getFoldingRanges(document, params);
    expect(ranges.map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`).sort()).toEqual(['2-6', '3-5']);
});

test('the formatter aligns scenarios and keeps their comments', async () => {
    const text = 'scenario   "x" for 7 days{\nseed :7\n assume{ retry interval:1h }\n\n\nat 1d   3h :stop A   // why\n at 2d: set A products to "B",\n "C"\n/* then */\nexpect  all sites synchronized }\n';
    const { document, params, workspace } = await TestEditor.open(text);
    const edits = await workspace.services.lsp.Formatter!.formatDocument(document, { ...params, options: { tabSize: 2, insertSpaces: true } }) as TextEdit[];
    expect(TextDocument.applyEdits(document.textDocument as TextDocument, edits)).toBe(`scenario "x" for 7 days {
  seed: 7
  assume { retry interval: 1h }

  at 1d 3h: stop A   // why
  at 2d: set A products to "B",
    "C"
  /* then */
  expect all sites synchronized
}
`);
});
