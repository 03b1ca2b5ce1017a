import { describe, expect, test } from 'vitest';
import { ResponseError } from 'vscode-languageserver/node';
import { TestEditor } from '../support/editor.js';
import type { Files } from '../support/workspace.js';

const files: Files = {
    'a.sup': 'hierarchy H\ncentral site AAA {\n  server A1\n  server A2\n  cluster C1 { nodes: A1, "A2" }\n}\n',
    'b.sup': 'hierarchy H\nprimary site BBB reports to AAA {\n  synchronization { source: server A1 }\n}\nprimary site CCC reports to AAA\n',
    'i.sup': 'hierarchy I\ncentral site AAA {\n  server A1\n}\nprimary site DDD reports to AAA\n'
};
const at = (name: string, line: string, marked: string): Promise<TestEditor> =>
    TestEditor.open({ ...files, [name]: files[name]!.replace(line, line.replace(marked, `|${marked}`)) });

const definition = async (editor: TestEditor): Promise<string[]> => {
    const links = await editor.workspace.services.lsp.DefinitionProvider!.getDefinition(editor.document, editor.params) ?? [];
    return editor.places(links.map(link => ({ uri: link.targetUri, range: link.targetSelectionRange })));
};
const references = async (editor: TestEditor): Promise<string[]> =>
    editor.places(await editor.workspace.services.lsp.ReferencesProvider!.findReferences(editor.document, { ...editor.params, context: { includeDeclaration: true } }));
const highlights = async (editor: TestEditor): Promise<string[]> => {
    const found = await editor.workspace.services.lsp.DocumentHighlightProvider!.getDocumentHighlight(editor.document, editor.params) ?? [];
    return editor.places(found.map(({ range }) => ({ uri: editor.params.textDocument.uri, range })));
};

test('goes from a name to its declaration in the same hierarchy', async () => {
    expect(await definition(await at('b.sup', 'BBB reports to AAA', 'AAA'))).toEqual(['a.sup:2:14']);
    expect(await definition(await at('i.sup', 'reports to AAA', 'AAA'))).toEqual(['i.sup:2:14']);
    expect(await definition(await at('b.sup', 'server A1', 'A1'))).toEqual(['a.sup:3:10']);
    expect(await definition(await at('a.sup', '"A2"', 'A2'))).toEqual(['a.sup:4:10']);
});

test('finds all references in the same hierarchy', async () => {
    expect(await references(await at('a.sup', 'site AAA', 'AAA'))).toEqual(['a.sup:2:14', 'b.sup:2:29', 'b.sup:5:29']);
    expect(await references(await at('i.sup', 'site AAA', 'AAA'))).toEqual(['i.sup:2:14', 'i.sup:5:29']);
    expect(await references(await at('b.sup', 'server A1', 'A1'))).toEqual(['a.sup:3:10', 'a.sup:5:23', 'b.sup:3:36']);
    expect(await references(await at('a.sup', 'server A2', 'A2'))).toEqual(['a.sup:4:10', 'a.sup:5:27']);
    expect(await highlights(await at('b.sup', 'BBB reports to AAA', 'AAA'))).toEqual(['b.sup:2:29', 'b.sup:5:29']);
    expect(await highlights(await at('a.sup', 'server A2', 'A2'))).toEqual(['a.sup:4:10', 'a.sup:5:27']);
});

test('finds and renames the servers that `cannot reach`, `import` and `client installation` name', async () => {
    const text = 'central site AAA {\n  client installation: A1\n  cannot reach: A2, "A1"\n  server A1 { cannot reach: Microsoft Update, A2 }\n  server A2 { software update point internet { import: every 7 days from A1 } }\n'
        + '  clients "x" { cannot reach: A1 }\n  synchronization { import: every 1 week from A1 }\n}\n';
    const editor = await TestEditor.open(text.replace('server A1', 'server |A1'));
    expect(await references(editor)).toEqual(['plan.sup:2:24', 'plan.sup:3:21', 'plan.sup:4:10', 'plan.sup:5:74', 'plan.sup:6:31', 'plan.sup:7:47']);
    expect(await editor.rename('B1')).toEqual({ 'plan.sup': text.replace('"A1"', 'B1').replaceAll('A1', 'B1') });
    expect(await definition(await TestEditor.open(text.replace('week from A1', 'week from |A1')))).toEqual(['plan.sup:4:10']);
    expect(await definition(await TestEditor.open(text.replace('Update, A2', 'Upd|ate, A2')))).toEqual([]);
});

describe('rename', () => {
    const acceptedNames = async (editor: TestEditor, names: readonly string[]): Promise<string[]> => {
        const accepted: string[] = [];
        for (const name of names) {
            await editor.rename(name).then(() => accepted.push(name), (error: unknown) => expect(error).toBeInstanceOf(ResponseError));
        }
        return accepted;
    };

    test('renames a site in every file of its hierarchy', async () => {
        const editor = await at('b.sup', 'BBB reports to AAA', 'AAA');
        expect(await editor.rename('HQ1')).toEqual({ 'a.sup': files['a.sup']!.replaceAll('AAA', 'HQ1'), 'b.sup': files['b.sup']!.replaceAll('AAA', 'HQ1'), 'i.sup': files['i.sup'] });
    });

    test('renames a group of clients in every file, a scenario, and an update within its scenario', async () => {
        const plan: Files = {
            'a.sup': 'hierarchy H\ncentral site AAA {\n  clients "Kiosks" { count: 3 }\n  clients "Laptops" { count: 3 }\n}\nscenario "One" for 2 days {\n  at 1h: publish update "U"\n  expect clients "Kiosks" scan\n  expect update "U" available at AAA\n}\n',
            'b.sup': 'hierarchy H\nscenario "Two" for 2 days {\n  at 1h: publish update "U"\n  at 2h: set group policy of clients "Kiosks" to "http://x:80"\n}\n'
        };
        const marked = (name: string, text: string): Promise<TestEditor> => TestEditor.open({ ...plan, [name]: plan[name]!.replace(text, text.replace('"', '"|')) });
        const group = await marked('b.sup', 'clients "Kiosks"');
        expect(await group.rename('Tills "North"')).toEqual(Object.fromEntries(Object.entries(plan).map(([name, text]) => [name, text.replaceAll('"Kiosks"', '"Tills ""North"""')])));
        await expect(group.rename('Laptops')).rejects.toThrow('This hierarchy already has a group of clients `Laptops`');
        await expect(group.rename(' ')).rejects.toThrow('A name must contain at least one character');
        expect(await group.workspace.services.lsp.RenameProvider!.prepareRename(group.document, group.params)).toEqual({ start: { line: 3, character: 38 }, end: { line: 3, character: 44 } });
        const scenario = await marked('a.sup', 'scenario "One"');
        expect(await scenario.rename('Three')).toEqual({ ...plan, 'a.sup': plan['a.sup']!.replace('"One"', '"Three"') });
        await expect(scenario.rename('Two')).rejects.toThrow('This hierarchy already has a scenario `Two`');
        expect(await (await marked('a.sup', 'update "U" available')).rename('V')).toEqual({ ...plan, 'a.sup': plan['a.sup']!.replaceAll('"U"', '"V"') });
    });

    test('accepts only one word as a site code', async () => {
        const editor = await at('a.sup', 'site AAA', 'AAA');
        await expect(editor.rename('A B')).rejects.toThrow('`A B` cannot be a site code. Use a single word that is not a keyword after `site` or `reports to`.');
        expect(await acceptedNames(editor, ['', ' ', 'reports', '"AAA"x', 'A"', '{', 'A{', 'A//', '//', '/*', 'A\nB', '\u200B', '-', '@', ':', 'to:'])).toEqual([]);
        expect(await acceptedNames(editor, ['001', 'AAA', 'SMS'])).toEqual(['001', 'AAA', 'SMS']);
    });

    test('refuses a site code that the product does not accept', async () => {
        const editor = await at('a.sup', 'site AAA', 'AAA');
        await expect(editor.rename('aaa')).rejects.toThrow('`aaa` cannot be a site code. A site code has three characters, each A to Z or 0 to 9.');
        await expect(editor.rename('AUX')).rejects.toThrow('`AUX` cannot be a site code: Windows reserves the name');
        expect(await acceptedNames(editor, ['site', 'Ü12', 'HQ', 'HQ12', 'CON', 'NUL', 'PRN'])).toEqual([]);
    });

    test('refuses a name that is already taken', async () => {
        await expect((await at('a.sup', 'site AAA', 'AAA')).rename('CCC')).rejects.toThrow('This hierarchy already has a site `CCC`');
        await expect((await at('a.sup', 'server A2', 'A2')).rename('C1')).rejects.toThrow('This hierarchy already has a server or cluster `C1`');
        expect((await (await at('a.sup', 'site AAA', 'AAA')).rename('DDD'))['i.sup']).toBe(files['i.sup']);
    });

    test('quotes a server name that is not a word, and removes the quotes when it is renamed back', async () => {
        const editor = await at('a.sup', 'server A1', 'A1');
        const renamed = await editor.rename('A "1"');
        expect(renamed).toEqual({ ...files, 'a.sup': files['a.sup']!.replaceAll('A1', '"A ""1"""'), 'b.sup': files['b.sup']!.replace('A1', '"A ""1"""') });
        const again = await TestEditor.open({ ...renamed, 'b.sup': renamed['b.sup']!.replace('A ""1', 'A |""1') });
        expect(await again.rename('A1')).toEqual(files);
        expect(await again.rename('"A1"')).toEqual(files);
    });

    test('renames a hierarchy in all its files', async () => {
        const renamed = await (await at('b.sup', 'hierarchy H', 'H')).rename('New plan');
        expect(Object.values(renamed).map(text => text.split('\n')[0])).toEqual(['hierarchy "New plan"', 'hierarchy "New plan"', 'hierarchy I']);
    });

    test('offers rename for names only', async () => {
        const range = async (editor: TestEditor): Promise<unknown> => editor.workspace.services.lsp.RenameProvider!.prepareRename(editor.document, editor.params);
        expect(await range(await at('b.sup', 'BBB reports to AAA', 'AAA'))).toEqual({ start: { line: 1, character: 28 }, end: { line: 1, character: 31 } });
        expect(await range(await at('a.sup', 'server A1', 'A1'))).toBeDefined();
        for (const [line, marked] of [['central', 'central'], ['server A1', 'server'], ['nodes', 'nodes']] as const) {
            expect(await range(await at('a.sup', line, marked)), marked).toBeUndefined();
        }
        expect(await range(await TestEditor.open('central site AAA {\n  mode: |native\n  group policy: "x"\n}'))).toBeUndefined();
        expect(await range(await TestEditor.open('central site AAA reports to |XXX'))).toBeUndefined();
    });
});
