import { afterEach, describe, expect, test } from 'vitest';
import { ErrorCodes, type Position } from 'vscode-languageserver-protocol/node';
import { HierarchyFilesRequest, LocateRequest, LocateScenarioRequest, PartAtRequest, PreviewChangedNotification, type PreviewContent, PreviewRequest } from '@sup/protocol/server';
import { LspClient } from '../support/lsp-client.js';
import type { Files } from '../support/workspace.js';

// Requests of the preview: its scene, and navigation between the scene and the text.

let client: LspClient;
const start = async (files: Files): Promise<LspClient> => (client = await LspClient.start(files, { initializationOptions: { preview: true } }));
afterEach(() => client.stop());

const central = `hierarchy Quay
central site CEN {
  release: SP2
  server CENSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
  synchronization {
    schedule: every 1 day at 02:07
    products: "Windows XP"
    classifications: "Security Updates"
    languages: en
  }
}
`;
const branches = `hierarchy Quay
secondary site BER reports to CEN {
  clients: 40 intranet
  link: 512 kbps, 40 ms
}
secondary site STV reports to NOWHERE {
  clients: 20 intranet
  link: 512 kbps, 40 ms
}
scenario "All is well" for 2 days {
  expect CEN synchronized by 6h
}
`;
const files: Files = { 'central.sup': central, 'branches.sup': branches };

const of = (file: string) => ({ textDocument: { uri: client.uri(file) } });
const preview = (file: string): Promise<PreviewContent | null> => client.connection.sendRequest(PreviewRequest, of(file));
const sitesOf = (content: PreviewContent | null): readonly string[] | undefined => content?.scene.sites.map(({ id, mark }) => mark ? `${id} ${mark.kind}` : id);
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length - 1;

describe('the preview', () => {
    test('shows the complete hierarchy for each of its files', async () => {
        await start(files);
        const content = await preview('branches.sup');
        expect(content!.scene.title).toBe('Quay');
        expect(sitesOf(content)).toEqual(expect.arrayContaining(['site:CEN', 'site:BER', 'site:STV']));
        expect(content!.scenarios).toEqual([{ title: 'All is well', duration: 2 * 24 * 60 }]);
        expect(await preview('central.sup')).toEqual(content);
    });

    test('shows the problems of all files at their sites and locates them in the text', async () => {
        await start(files);
        const { scene } = (await preview('central.sup'))!;
        const { id, problems } = scene.sites.find(site => site.id === 'site:STV')!;
        const index = problems.findIndex(({ rule }) => rule === 'unknown-parent');
        const place = await client.connection.sendRequest(LocateRequest, { ...of('central.sup'), part: id, problem: index });
        const line = lineOf(branches, 'NOWHERE');
        expect(place).toEqual({ uri: client.uri('branches.sup'), range: { start: { line, character: 30 }, end: { line, character: 37 } } });
    });

    test('returns null for a file that is not in the workspace', async () => {
        await start(files);
        expect(await preview('missing.sup')).toBeNull();
    });

    test('shows an unsaved document on its own', async () => {
        await start(files);
        const uri = 'untitled:Untitled-1';
        await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'sup', version: 1, text: 'central site NEW {\n}\n' } });
        expect(sitesOf(await client.connection.sendRequest(PreviewRequest, { textDocument: { uri } }))).toEqual(['site:NEW']);
    });
});

test('shows the current name of an unsaved plan', async () => {
    await start({});
    const uri = 'untitled:Untitled-1';
    await client.openFile('', '', uri);
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'hierarchy Contoso\ncentral site CEN\n' }] });
    expect((await client.connection.sendRequest(PreviewRequest, { textDocument: { uri } }))!.scene.title).toBe('Contoso');
});

describe('sites with syntax errors', () => {
    const broken = branches.replace('secondary site BER reports to CEN {', 'secondary { { site');
    const two = 'secondary site STA reports to CEN {\n  release: SP2\n  server STASUP01 {\n    site server\n  }\n}\n';

    test('keeps sites with syntax errors, marked, until they can be parsed again', async () => {
        await start(files);
        expect(sitesOf(await preview('central.sup'))).toContain('site:BER');
        await client.openFile('branches.sup', branches);
        await client.changeFile('branches.sup', broken);
        expect(sitesOf(await preview('central.sup'))).toContain('site:BER kept');
        await client.changeFile('branches.sup', branches);
        expect(sitesOf(await preview('central.sup'))).toContain('site:BER');
    });

    test.each<[string, string, readonly string[]]>([
        ['a site that is deleted next to an unreadable one', 'secondary site BER reports to CEN {\n;\n}\n', ['site:BER']],
        ['a site that is replaced by another one', `secondary site BER reports to CEN {\n;\n}\n${two.replaceAll('STA', 'TRO')}`, ['site:BER', 'site:TRO']],
        ['any site when none of their text is left', ';\n', []]
    ])('does not keep %s', async (_, text, left) => {
        const whole = `hierarchy Quay\nsecondary site BER reports to CEN {\n}\n${two}`;
        await start({ ...files, 'branches.sup': whole });
        await preview('central.sup');
        await client.openFile('branches.sup', whole);
        await client.changeFile('branches.sup', `hierarchy Quay\n${text}`);
        expect(sitesOf(await preview('central.sup'))!.filter(site => !/CEN|OSL/.test(site))).toEqual(left);
    });

    test('keeps an unreadable site next to a readable one', async () => {
        const whole = `hierarchy Quay\nsecondary site BER reports to CEN {\n}\n${two}`;
        await start({ ...files, 'branches.sup': whole });
        await preview('central.sup');
        await client.openFile('branches.sup', whole);
        await client.changeFile('branches.sup', whole.replace('secondary site STA', 'secondary { { site'));
        expect(sitesOf(await preview('central.sup'))).toEqual(expect.arrayContaining(['site:BER', 'site:STA kept']));
    });

    test('removes a deleted site of another file while a site is unreadable', async () => {
        await start({ ...files, 'more.sup': 'hierarchy Quay\nsecondary site OSL reports to CEN {\n}\n' });
        await preview('central.sup');
        await client.openFile('branches.sup', branches);
        await client.changeFile('branches.sup', broken);
        await client.openFile('more.sup', 'hierarchy Quay\n');
        const sites = sitesOf(await preview('central.sup'))!;
        expect(sites).toContain('site:BER kept');
        expect(sites.filter(site => site.includes('OSL'))).toEqual([]);
    });
});

describe('navigation between the picture and the text', () => {
    test('locates the names of sites and servers', async () => {
        await start(files);
        const locate = (part: string) => client.connection.sendRequest(LocateRequest, { ...of('branches.sup'), part });
        expect(await locate('server:CENSUP01')).toEqual({ uri: client.uri('central.sup'), range: { start: { line: 3, character: 9 }, end: { line: 3, character: 17 } } });
        expect((await locate('site:BER'))!.range.start).toEqual({ line: 1, character: 15 });
        expect(await locate('site:GONE')).toBeNull();
    });

    test('locates scenarios', async () => {
        await start(files);
        const place = await client.connection.sendRequest(LocateScenarioRequest, { ...of('central.sup'), title: 'All is well' });
        expect(place).toMatchObject({ uri: client.uri('branches.sup'), range: { start: { line: lineOf(branches, 'scenario') } } });
    });

    test('finds the part at a position in the text', async () => {
        await start(files);
        const at = (file: string, position: Position) => client.connection.sendRequest(PartAtRequest, { ...of(file), position });
        expect(await at('central.sup', { line: 5, character: 6 })).toBe('server:CENSUP01');
        expect(await at('central.sup', { line: 10, character: 6 })).toBe('site:CEN');
        expect(await at('branches.sup', { line: 2, character: 4 })).toBe('site:BER');
        expect(await at('branches.sup', { line: 0, character: 4 })).toBeNull();
        expect(await at('branches.sup', { line: 9_999, character: 9_999 })).toBeNull();
    });

    test('lists the files of a hierarchy', async () => {
        await start({ ...files, 'other.sup': 'hierarchy Other\n' });
        const found = await client.connection.sendRequest(HierarchyFilesRequest, of('central.sup'));
        expect(found!.sort()).toEqual([client.uri('branches.sup'), client.uri('central.sup')]);
    });
});

describe('preview clients', () => {
    test('notifies a client with previews of changes', async () => {
        await start(files);
        const notified = new Promise<void>(resolve => void client.connection.onNotification(PreviewChangedNotification, resolve));
        await client.openFile('branches.sup', `${branches}\n`);
        await notified;
    });

    test.each([
        [PreviewRequest.method, null], [PreviewRequest.method, {}], [PreviewRequest.method, { textDocument: 7 }],
        [LocateRequest.method, { textDocument: { uri: 'file:///a.sup' }, part: 7 }], [LocateRequest.method, { textDocument: { uri: 'file:///a.sup' }, part: 'site:A', problem: -1 }],
        [LocateRequest.method, { textDocument: { uri: 'file:///a.sup' }, part: 'x'.repeat(100_000) }],
        [LocateScenarioRequest.method, { textDocument: { uri: 'file:///a.sup' }, title: {} }],
        [PartAtRequest.method, { textDocument: { uri: 'file:///a.sup' }, position: 'first' }], [HierarchyFilesRequest.method, { textDocument: null }]
    ])('rejects %s with malformed parameters: %j', async (method, params) => {
        await start({});
        await expect(client.connection.sendRequest(method, params)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
    });
});
