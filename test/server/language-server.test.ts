import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HoverRequest } from 'vscode-languageserver-protocol/node';
import { LspClient, type LspClientOptions } from '../support/lsp-client.js';
import { temporaryFolder } from '../support/temp-folder.js';
import type { Files } from '../support/workspace.js';

// The bundled server as editors use it: a process that communicates over stdio.

let client: LspClient;
const start = async (files: Files, options?: LspClientOptions): Promise<LspClient> => (client = await LspClient.start(files, options));
afterEach(() => client.stop());

const central = `hierarchy Fjord
central site AAA {
  server AAASUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
}
`;
const secondary = (replica: string): string => `hierarchy Fjord
secondary site BBB reports to AAA {
  server BBBSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531  replica: ${replica} }
    software update point active
  }
}
`;
const has = (rule: string) => (codes: string[]): boolean => codes.includes(rule);
const isClean = (codes: string[]): boolean => codes.length === 0;

describe('the language server', () => {
    test('reports the problems of files that are not open', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('no') });
        const [diagnostic] = await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        expect(diagnostic).toMatchObject({
            source: 'sup',
            severity: 1,
            range: { start: { line: 4, character: 47 }, end: { line: 4, character: 49 } },
            relatedInformation: [{ location: { uri: client.uri('a.sup') } }]
        });
        expect(diagnostic!.codeDescription!.href).toMatch(/docs\/rules\/secondary-sup-not-replica\.md$/);
    });

    test('clears a problem in one file when another changes', async () => {
        await start({ 'a.sup': central.replace('AAA {', 'CCC {'), 'b.sup': secondary('yes') });
        await client.diagnostics('b.sup', has('unknown-parent'));
        await client.openFile('a.sup', central.replace('AAA {', 'CCC {'));
        await client.changeFile('a.sup', central);
        await client.diagnostics('b.sup', isClean);
    });

    test('offers a fix whose edit solves the problem', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('no') });
        await client.openFile('b.sup', secondary('no'));
        const [diagnostic] = await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        const actions = await client.codeActions('b.sup', diagnostic!.range, [diagnostic!]);
        expect(actions.map(action => action.title)).toEqual([
            'Leave `replica` to Configuration Manager',
            'Accept risk `secondary-sup-not-replica`…'
        ]);
        await client.apply(actions[0]!.edit!);
        expect(client.text('b.sup')).toBe(secondary('no').replace('  replica: no', ''));
        await client.diagnostics('b.sup', isClean);
    });

    test('sends the document version with diagnostics and edits', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('no') }, { documentChanges: true });
        await client.openFile('b.sup', secondary('yes'));
        await client.changeFile('b.sup', secondary('no'));
        const [diagnostic] = await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        await client.until(() => client.versionOf('b.sup') === 2, () => 'diagnostics of version 2');
        const [action] = await client.codeActions('b.sup', diagnostic!.range, [diagnostic!]);
        expect(action!.edit!.documentChanges).toMatchObject([{ textDocument: { uri: client.uri('b.sup'), version: 2 } }]);
    });

    test('inserts an accepted risk and keeps the finding until it has a reason', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('no') });
        await client.openFile('b.sup', secondary('no'));
        const [diagnostic] = await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        const actions = await client.codeActions('b.sup', diagnostic!.range, [diagnostic!]);
        await client.apply(actions.find(action => action.title.startsWith('Accept risk'))!.edit!);
        expect(client.text('b.sup')).toContain('    allow secondary-sup-not-replica because ""\n');
        await client.diagnostics('b.sup', codes => codes.length === 2 && has('allow-incomplete')(codes) && has('secondary-sup-not-replica')(codes));
        await client.changeFile('b.sup', client.text('b.sup').replace('""', '"Server is replaced in June"'));
        await client.diagnostics('b.sup', isClean);
    });

    test('lets a client ask for the reason, and inserts it', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('no') }, { initializationOptions: { acceptRiskCommand: true } });
        await client.openFile('b.sup', secondary('no'));
        const [diagnostic] = await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        const actions = await client.codeActions('b.sup', diagnostic!.range, [diagnostic!]);
        const { command } = actions.find(action => action.title.startsWith('Accept risk'))!;
        expect(command!.command).toBe('sup.acceptRisk');
        const edit = await client.connection.sendRequest<never>('sup/acceptRisk', { ...command!.arguments![0], reason: 'said "later"', until: '2999-01-31' });
        await client.apply(edit);
        expect(client.text('b.sup')).toContain('allow secondary-sup-not-replica until 2999-01-31 because "said ""later"""');
        await client.diagnostics('b.sup', isClean);
    });

    test('rejects malformed risks and sanitizes the reason of a valid one', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('no') });
        await client.openFile('b.sup', secondary('no'));
        const [diagnostic] = await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        const target = { textDocument: { uri: client.uri('b.sup') }, rule: 'secondary-sup-not-replica', range: diagnostic!.range };
        for (const forged of [{}, { ...target, reason: 5 }, { ...target, reason: 'r', until: '2027-13-45"\n}' }, { ...target, reason: 'r', until: '2027-02-30' }]) {
            await expect(client.connection.sendRequest('sup/acceptRisk', forged)).rejects.toMatchObject({ code: -32602 });
        }
        await client.apply(await client.connection.sendRequest<never>('sup/acceptRisk', { ...target, reason: ` a\r\nb\u0000c\u202ed ${'x'.repeat(2000)}` }));
        expect(client.text('b.sup')).toMatch(/because "a b c d x{900,993}"\n/);
        await client.diagnostics('b.sup', isClean);
    });

    test('applies sup.config.json, and editor settings only where it is silent', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('no'), 'sup.config.json': '{ "rules": { "secondary-sup-not-replica": "hint" } }' });
        await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        expect((await client.diagnostics('b.sup', has('secondary-sup-not-replica')))[0]!.severity).toBe(4);
        client.writeFile('sup.config.json', '{ "rules": { "category:synchronization": "off" } }');
        await client.watched('sup.config.json', 'changed');
        await client.diagnostics('b.sup', isClean);
        client.rules = { 'secondary-sup-not-replica': 'warning' };
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { sup: { rules: client.rules } } });
        const levels = (): Promise<unknown> => client.connection.sendRequest('sup/editorLevels', { textDocument: { uri: client.uri('b.sup') } });
        await vi.waitUntil(async () => JSON.stringify(await levels()) === '{"onlyHere":[],"overruled":["secondary-sup-not-replica"]}');
        expect(client.codes('b.sup')).toEqual([]);
        client.writeFile('sup.config.json', '{}');
        await client.watched('sup.config.json', 'changed');
        expect((await client.diagnostics('b.sup', has('secondary-sup-not-replica')))[0]!.severity).toBe(2);
        expect(await levels()).toEqual({ onlyHere: ['secondary-sup-not-replica'], overruled: [] });
    });

    test('reports problems of sup.config.json at their positions until they are fixed', async () => {
        await start({ 'a.sup': central, 'sup.config.json': '{\n  "rules": { "no-such-rule": "off" }\n}' });
        const [problem] = await client.diagnostics('sup.config.json', has('config-problem'));
        expect(problem).toMatchObject({ range: { start: { line: 1 } }, message: expect.stringContaining('no-such-rule') as string });
        client.writeFile('sup.config.json', '{}');
        await client.watched('sup.config.json', 'changed');
        await client.diagnostics('sup.config.json', isClean);
    });

    test('reads a document from disk again when it is closed without saving', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('yes') });
        await client.openFile('b.sup', secondary('yes'));
        await client.changeFile('b.sup', secondary('no'));
        await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        await client.closeFile('b.sup');
        await client.diagnostics('b.sup', isClean);
    });

    test.each(['WatchedFiles', 'Configuration', 'WorkspaceFolders'])('registers for workspace/didChange%s', async what => {
        await start({});
        await client.until(() => client.registered.has(`workspace/didChange${what}`), () => what);
    });

    test('drops a deleted file and reads a new one', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('no') });
        await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        rmSync(join(client.folder, 'a.sup'));
        await client.watched('a.sup', 'deleted');
        await client.diagnostics('b.sup', has('unknown-parent'));
        client.writeFile('new/a.sup', central);
        await client.watched('new', 'created');
        await client.diagnostics('b.sup', codes => !has('unknown-parent')(codes));
    });

    test('reads a folder that is opened later, with its settings, and drops it when it is closed', async () => {
        await start({ 'a.sup': central });
        const folder = temporaryFolder({ 'late.sup': 'hierarchy Late\nsecondary site BBB reports to AAA\n', 'sup.config.json': '{ "rules": { "unknown-parent": "hint" } }' });
        const late = relative(client.folder, join(folder, 'late.sup'));
        const folders = [{ uri: pathToFileURL(folder).href, name: 'late' }];
        await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: folders, removed: [] } });
        expect(await client.diagnostics(late, has('unknown-parent'))).toMatchObject([{ severity: 4 }]);
        await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: folders } });
        await client.diagnostics(late, isClean);
    });

    test('keeps checking when an unreadable file appears', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('yes') });
        await client.openFile('b.sup', secondary('yes'));
        mkdirSync(join(client.folder, 'broken.sup'));
        symlinkSync('/nowhere', join(client.folder, 'dangling.sup'));
        await client.watched('broken.sup', 'created');
        await client.watched('dangling.sup', 'created');
        await client.changeFile('b.sup', secondary('no'));
        await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
    });

    test.each(['references', 'rename', 'prepareRename', 'documentHighlight'])('answers %s of an unknown file with null', async request => {
        await start({ 'a.sup': central });
        const params = { textDocument: { uri: client.uri('gone.sup') }, position: { line: 0, character: 0 }, newName: 'BBB', context: { includeDeclaration: true } };
        expect(await client.connection.sendRequest(`textDocument/${request}`, params)).toBeNull();
    });

    test('excludes the other side of a diff editor from the workspace', async () => {
        await start({ 'a.sup': central, 'b.sup': secondary('yes') });
        await client.openFile('a.sup', central, 'git:/a.sup?ref=HEAD');
        await client.openFile('b.sup', secondary('no'));
        await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        expect(client.codes('a.sup')).toEqual([]);
    });

    test.each([
        ['20,000 open blocks', `central site AAA ${'{ server X '.repeat(20_000)}`],
        ['half a megabyte of quotes', '"'.repeat(500_000)],
        ['binary data', '\u0000\u0001PNG\u0000'.repeat(1000)],
        ['32,000 unexpected characters', '@ '.repeat(32_000)]
    ])('survives %s', async (_, text) => {
        await start({ 'a.sup': central, 'b.sup': secondary('no'), 'hostile.sup': text });
        await client.openFile('hostile.sup', text);
        await client.diagnostics('hostile.sup', codes => codes.length > 0 && codes.length <= 101);
        await client.changeFile('hostile.sup', '');
        await client.diagnostics('hostile.sup', isClean);
        await client.diagnostics('b.sup', has('secondary-sup-not-replica'));
        const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: client.uri('a.sup') }, position: { line: 1, character: 14 } });
        expect(JSON.stringify(hover)).toContain('AAA');
    });
});
