import { expect, test } from 'vitest';
import type { CallHierarchyItem, TypeHierarchyItem } from 'vscode-languageserver-types';
import { TestEditor } from '../support/editor.js';
import type { Files } from '../support/workspace.js';

const files: Files = {
    'a.sup': 'hierarchy H\ncentral site AAA "Top" {\n  server A1 { software update point active }\n  server A2 { software update point internet }\n  server A3\n}\n',
    'b.sup': 'hierarchy H\nprimary site BBB "Bergen" reports to AAA {\n  server B1 { software update point active }\n}\nsecondary site CCC reports to BBB\nsecondary site DDD reports to BBB {\n  server D1 { software update point active }\n}\n'
};
const at = (name: string, marked: string): Promise<TestEditor> => TestEditor.open({ ...files, [name]: files[name]!.replace(marked, `${marked.slice(0, -1)}|${marked.slice(-1)}`) });
const namesOf = (items: readonly (TypeHierarchyItem | CallHierarchyItem)[] | undefined): string[] => (items ?? []).map(({ name, detail }) => `${name}: ${detail}`);

test('shows the sites as a type hierarchy, from a declaration, a reference or inside a site', async () => {
    for (const editor of [await at('b.sup', 'site BBB'), await at('b.sup', 'reports to BBB'), await at('b.sup', 'server B1')]) {
        const types = editor.workspace.services.lsp.TypeHierarchyProvider!;
        const [item] = (await types.prepareTypeHierarchy(editor.document, editor.params))!;
        expect(namesOf([item!])).toEqual(['BBB: Bergen, primary site']);
        expect(item).toMatchObject({ range: { start: { line: 1 }, end: { line: 3 } }, selectionRange: { start: { line: 1, character: 13 }, end: { line: 1, character: 16 } } });
        expect(namesOf(await types.supertypes({ item: item! }))).toEqual(['AAA: Top, central site']);
        expect(namesOf(await types.subtypes({ item: item! }))).toEqual(['CCC: secondary site', 'DDD: secondary site']);
    }
});

test('shows synchronization as a call hierarchy: a software update point calls its upstream server', async () => {
    const editor = await at('b.sup', 'site BBB');
    const calls = editor.workspace.services.lsp.CallHierarchyProvider!;
    const [item] = (await calls.prepareCallHierarchy(editor.document, editor.params))!;
    expect(namesOf([item!])).toEqual(['B1: active software update point of BBB']);
    const upstream = (await calls.outgoingCalls({ item: item! }))!.map(({ to }) => to);
    expect(namesOf(upstream)).toEqual(['A1: active software update point of AAA']);
    expect(namesOf((await calls.incomingCalls({ item: item! }))!.map(({ from }) => from))).toEqual(['D1: active software update point of DDD']);
    expect(namesOf((await calls.incomingCalls({ item: upstream[0]! }))!.map(({ from }) => from)))
        .toEqual(['A2: Internet-based software update point of AAA', 'B1: active software update point of BBB']);
    expect(await calls.outgoingCalls({ item: upstream[0]! })).toEqual([]);
});

test('has no hierarchies where there is no site or software update point', async () => {
    const editor = await TestEditor.open('hierarchy H|1\n');
    const { TypeHierarchyProvider, CallHierarchyProvider } = editor.workspace.services.lsp;
    expect(await TypeHierarchyProvider!.prepareTypeHierarchy(editor.document, editor.params)).toBeUndefined();
    expect(await CallHierarchyProvider!.prepareCallHierarchy(editor.document, editor.params)).toBeUndefined();
});

test('goes from a site to its software update points, and from a cluster to its nodes', async () => {
    const implementations = async (editor: TestEditor): Promise<string[]> => {
        const links = await editor.workspace.services.lsp.ImplementationProvider!.getImplementation(editor.document, editor.params) ?? [];
        return editor.places(links.map(link => ({ uri: link.targetUri, range: link.targetSelectionRange })));
    };
    expect(await implementations(await at('b.sup', 'reports to AAA'))).toEqual(['a.sup:3:15', 'a.sup:4:15']);
    expect(await implementations(await at('a.sup', 'server A1'))).toEqual(['a.sup:3:15']);
    expect(await implementations(await at('a.sup', 'server A3'))).toEqual([]);
    expect(await implementations(await TestEditor.open('central site AAA {\n  server A1\n  server A2\n  cluster C|1 { nodes: A1, A2 }\n}'))).toEqual(['plan.sup:2:10', 'plan.sup:3:10']);
});
