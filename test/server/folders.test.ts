import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { DidDeleteFilesNotification, DidRenameFilesNotification } from 'vscode-languageserver-protocol/node';
import { LspClient, type LspClientOptions } from '../support/lsp-client.js';
import type { Files } from '../support/workspace.js';

// Folders are created, deleted and renamed. Afterwards the server publishes what it would publish if it were started then.

let client: LspClient;
const start = async (files: Files, options: LspClientOptions = {}): Promise<LspClient> => (client = await LspClient.start(files, options));
afterEach(() => client.stop());

const central = 'hierarchy Quay\ncentral site CEN\n';
const lost = 'hierarchy Quay\nsecondary site BER reports to NOWHERE\n';
const has = (code: string) => (codes: string[]): boolean => codes.includes(code);
const lacks = (code: string) => (codes: string[]): boolean => !codes.includes(code);

test.each(['q', 'q.2027', 'plans.old'])('checks the plans of a folder that is renamed to %s', async name => {
    await start({ 'p/b.sup': lost });
    await client.diagnostics('p/b.sup', has('unknown-parent'));
    renameSync(join(client.folder, 'p'), join(client.folder, name));
    await client.watched('p', 'deleted');
    await client.watched(name, 'created');
    await client.diagnostics(`${name}/b.sup`, has('unknown-parent'));
    await client.diagnostics('p/b.sup', codes => codes.length === 0);
});

test('watches plans and configuration files only', async () => {
    await start({ 'a.sup': central });
    await client.until(() => client.registered.has('workspace/didChangeWatchedFiles'), () => 'the registration');
    expect(client.watchedPatterns).toEqual(['**/*.sup', '**/sup.config.json']);
});

test('checks the plans of a folder that the editor renames, and forgets those of one that it deletes', async () => {
    await start({ 'p/b.sup': lost });
    await client.diagnostics('p/b.sup', has('unknown-parent'));
    renameSync(join(client.folder, 'p'), join(client.folder, 'q'));
    await client.connection.sendNotification(DidRenameFilesNotification.type, { files: [{ oldUri: client.uri('p'), newUri: client.uri('q') }] });
    await client.diagnostics('q/b.sup', has('unknown-parent'));
    await client.diagnostics('p/b.sup', codes => codes.length === 0);
    rmSync(join(client.folder, 'q'), { recursive: true });
    await client.connection.sendNotification(DidDeleteFilesNotification.type, { files: [{ uri: client.uri('q') }] });
    await client.diagnostics('q/b.sup', codes => codes.length === 0);
});

test('forgets, with the next change, a folder that another program has deleted', async () => {
    await start({ 'a.sup': central, 'p/b.sup': lost });
    await client.diagnostics('p/b.sup', has('unknown-parent'));
    rmSync(join(client.folder, 'p'), { recursive: true });
    client.writeFile('c.sup', central);
    await client.watched('c.sup', 'created');
    await client.diagnostics('p/b.sup', codes => codes.length === 0);
});

describe('configuration files', () => {
    const config = '{ "rules": { "unknown-parent": "off", "no-such-rule": "off" } }';

    test('drops a configuration file when its folder is deleted', async () => {
        await start({ 'q/c.sup': lost, 'q/sup.config.json': config });
        await client.diagnostics('q/sup.config.json', has('config-problem'));
        rmSync(join(client.folder, 'q'), { recursive: true });
        await client.watched('q', 'deleted');
        await client.diagnostics('q/sup.config.json', lacks('config-problem'));
        client.writeFile('q/c.sup', lost);
        await client.watched('q', 'created');
        await client.diagnostics('q/c.sup', has('unknown-parent'));
    });

    test('reads a configuration file when its folder is created', async () => {
        await start({ 'a.sup': central });
        client.writeFile('q/c.sup', lost);
        client.writeFile('q/sup.config.json', config);
        await client.watched('q', 'created');
        await client.diagnostics('q/sup.config.json', has('config-problem'));
        expect(client.codes('q/c.sup')).not.toContain('unknown-parent');
    });
});

describe('plans by themselves', () => {
    const plan = 'hierarchy Quay\ncentral site CEN\nsecondary site BER reports to CEN\n';
    const copied = has('hierarchy-copied');

    test('separates two versions of a plan when their configuration files are created, and joins them when one is deleted', async () => {
        await start({ 'before/a.sup': plan, 'now/a.sup': plan });
        await client.diagnostics('now/a.sup', copied);
        expect([client.codes('before/a.sup'), client.codes('now/a.sup')]).toEqual([[], ['hierarchy-copied']]);
        client.writeFile('before/sup.config.json', '{}');
        await client.watched('before/sup.config.json', 'created');
        await client.diagnostics('now/a.sup', codes => codes.length === 0);
        rmSync(join(client.folder, 'before/sup.config.json'));
        await client.watched('before/sup.config.json', 'deleted');
        await client.diagnostics('now/a.sup', copied);
    });

    test('separates the open document of a folder whose configuration file is created', async () => {
        await start({ 'a.sup': central, 'x/b.sup': 'hierarchy Quay\nsecondary site BER reports to CEN\n' });
        await client.openFile('x/b.sup', 'hierarchy Quay\nsecondary site BER reports to CEN\n');
        await client.diagnostics('x/b.sup', codes => codes.length === 0);
        client.writeFile('x/sup.config.json', '{}');
        await client.watched('x/sup.config.json', 'created');
        await client.diagnostics('x/b.sup', has('unknown-parent'));
    });

    test('keeps nested workspace folders and the plans within them apart', async () => {
        const inner = (uri: string): string => `${uri}/inner`;
        await start({ 'a.sup': plan, 'inner/a.sup': plan, 'inner/own/a.sup': lost, 'inner/own/sup.config.json': '{}' }, {
            folders: uri => ({ rootUri: null, workspaceFolders: [{ uri, name: 'outer' }, { uri: inner(uri), name: 'inner' }] })
        });
        await client.diagnostics('inner/own/a.sup', has('unknown-parent'));
        expect([client.codes('a.sup'), client.codes('inner/a.sup'), client.codes('inner/own/a.sup')]).toEqual([[], [], ['unknown-parent']]);
    });

    test('offers to create the configuration files, as copies of the one that applies now', async () => {
        const config = '{ "rules": { "category:coverage": "hint" } }\n';
        await start({ 'before/a.sup': plan, 'now/a.sup': plan, 'sup.config.json': config }, { documentChanges: true, resourceOperations: ['create'] });
        const [finding] = await client.diagnostics('now/a.sup', copied);
        const [action] = await client.codeActions('now/a.sup', finding!.range, [finding!]);
        expect(action!.title).toBe('Make `before` and `now` plans by themselves');
        expect(action!.edit!.documentChanges!.map(change => 'kind' in change ? `${change.kind} ${'uri' in change ? change.uri : ''}` : change.edits.map(edit => 'newText' in edit ? edit.newText : '')))
            .toEqual(['before', 'now'].flatMap(folder => [`create ${client.uri(`${folder}/sup.config.json`)}`, [config]]));
    });

    test('does not offer to create files to a client that cannot', async () => {
        await start({ 'before/a.sup': plan, 'now/a.sup': plan }, { documentChanges: true });
        const [finding] = await client.diagnostics('now/a.sup', copied);
        expect((await client.codeActions('now/a.sup', finding!.range, [finding!])).filter(({ edit }) => edit)).toEqual([]);
    });
});

describe('folders that are skipped at the start', () => {
    test.each(['dist', 'node_modules/n', '.old', '.git'])('ignores changes in %s', async folder => {
        await start({ 'a.sup': central });
        mkdirSync(join(client.folder, folder), { recursive: true });
        cpSync(join(client.folder, 'a.sup'), join(client.folder, folder, 'e.sup'));
        await client.watched(`${folder}/e.sup`, 'created');
        await client.watched(folder, 'created');
        // Changes are handled in order, so the earlier ones have been handled by now.
        client.writeFile('b.sup', lost);
        await client.watched('b.sup', 'created');
        await client.diagnostics('b.sup', has('unknown-parent'));
        expect(client.codes('a.sup')).not.toContain('site-code-duplicate');
    });

    test('checks an open file of a skipped folder as its own hierarchy, and drops it when it is closed', async () => {
        await start({ 'a.sup': central, 'out/b.sup': `${central}secondary site BER reports to NOWHERE\n` });
        await client.openFile('out/b.sup', `${central}secondary site BER reports to NOWHERE\n`);
        await client.diagnostics('out/b.sup', has('unknown-parent'));
        expect(client.codes('a.sup')).not.toContain('site-code-duplicate');
        await client.closeFile('out/b.sup');
        await client.diagnostics('out/b.sup', codes => codes.length === 0);
    });
});

describe('workspace folders', () => {
    test.each<[string, LspClientOptions['folders']]>([
        ['rootUri', uri => ({ rootUri: uri })],
        ['rootPath', uri => ({ rootUri: null, rootPath: fileURLToPath(uri) })]
    ])('accepts a folder that is given by %s only', async (_, folders) => {
        await start({ 'a.sup': central, 'b.sup': lost, 'c.sup': 'hierarchy Quay\nsecondary site TRO reports to CEN\n' }, { folders: folders! });
        await client.diagnostics('b.sup', has('unknown-parent'));
        expect(client.codes('c.sup')).not.toContain('unknown-parent');
    });

    test('accepts folder URIs that are encoded differently from document URIs', async () => {
        const plan = 'hierarchy Quay\ncentral site CEN\nsecondary site BER reports to NOWHERE\n';
        await start({ 'plan (old)/a.sup': plan, 'plan (new)/a.sup': plan }, {
            folders: uri => ({ rootUri: null, workspaceFolders: ['old', 'new'].map(name => ({ uri: `${uri}/plan%20(${name})`, name })) })
        });
        await client.until(() => client.published.filter(({ diagnostics }) => diagnostics.some(({ code }) => code === 'unknown-parent')).length >= 2, () => 'both folders');
        expect(client.published.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))).not.toContain('site-code-duplicate');
    });
});
