import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { LspClient, type LspClientOptions } from '../support/lsp-client.js';
import type { Files } from '../support/workspace.js';

// Folders come, go and get other names; what the server says afterwards is what it would say if it were started then.

let client: LspClient;
const start = async (files: Files, options: LspClientOptions = {}): Promise<LspClient> => (client = await LspClient.start(files, options));
afterEach(() => client.stop());

const central = 'hierarchy Quay\ncentral site CEN\n';
const lost = 'hierarchy Quay\nsecondary site BER reports to NOWHERE\n';
const has = (code: string) => (codes: string[]): boolean => codes.includes(code);
const lacks = (code: string) => (codes: string[]): boolean => !codes.includes(code);

test.each(['q', 'q.2027', 'plans.old'])('the plans of a folder that is renamed to %s are still checked', async name => {
    await start({ 'p/b.sup': lost });
    await client.diagnostics('p/b.sup', has('unknown-parent'));
    renameSync(join(client.folder, 'p'), join(client.folder, name));
    await client.watched('p', 'deleted');
    await client.watched(name, 'created');
    await client.diagnostics(`${name}/b.sup`, has('unknown-parent'));
    await client.diagnostics('p/b.sup', codes => codes.length === 0);
});

describe('a configuration', () => {
    const config = '{ "rules": { "unknown-parent": "off", "no-such-rule": "off" } }';

    test('goes with its folder', async () => {
        await start({ 'q/c.sup': lost, 'q/sup.config.json': config });
        await client.diagnostics('q/sup.config.json', has('config-problem'));
        rmSync(join(client.folder, 'q'), { recursive: true });
        await client.watched('q', 'deleted');
        await client.diagnostics('q/sup.config.json', lacks('config-problem'));
        client.writeFile('q/c.sup', lost);
        await client.watched('q', 'created');
        await client.diagnostics('q/c.sup', has('unknown-parent'));
    });

    test('comes with its folder', async () => {
        await start({ 'a.sup': central });
        client.writeFile('q/c.sup', lost);
        client.writeFile('q/sup.config.json', config);
        await client.watched('q', 'created');
        await client.diagnostics('q/sup.config.json', has('config-problem'));
        expect(client.codes('q/c.sup')).not.toContain('unknown-parent');
    });
});

describe('what the start skips', () => {
    test.each(['dist', 'node_modules/n', '.old', '.git'])('is skipped when it changes: %s', async folder => {
        await start({ 'a.sup': central });
        mkdirSync(join(client.folder, folder), { recursive: true });
        cpSync(join(client.folder, 'a.sup'), join(client.folder, folder, 'e.sup'));
        await client.watched(`${folder}/e.sup`, 'created');
        await client.watched(folder, 'created');
        // A later change is seen, so these have been.
        client.writeFile('b.sup', lost);
        await client.watched('b.sup', 'created');
        await client.diagnostics('b.sup', has('unknown-parent'));
        expect(client.codes('a.sup')).not.toContain('site-code-duplicate');
    });

    test('is a hierarchy of its own while it is open, and nothing afterwards', async () => {
        await start({ 'a.sup': central, 'out/b.sup': `${central}secondary site BER reports to NOWHERE\n` });
        await client.openFile('out/b.sup', `${central}secondary site BER reports to NOWHERE\n`);
        await client.diagnostics('out/b.sup', has('unknown-parent'));
        expect(client.codes('a.sup')).not.toContain('site-code-duplicate');
        await client.closeFile('out/b.sup');
        await client.diagnostics('out/b.sup', codes => codes.length === 0);
    });
});

describe('a client', () => {
    test.each<[string, LspClientOptions['folders']]>([
        ['rootUri', uri => ({ rootUri: uri })],
        ['rootPath', uri => ({ rootUri: null, rootPath: fileURLToPath(uri) })]
    ])('may name its folder by %s alone', async (_, folders) => {
        await start({ 'a.sup': central, 'b.sup': lost, 'c.sup': 'hierarchy Quay\nsecondary site TRO reports to CEN\n' }, { folders: folders! });
        await client.diagnostics('b.sup', has('unknown-parent'));
        expect(client.codes('c.sup')).not.toContain('unknown-parent');
    });

    test('may spell its folders otherwise than its documents', async () => {
        const plan = 'hierarchy Quay\ncentral site CEN\nsecondary site BER reports to NOWHERE\n';
        await start({ 'plan (old)/a.sup': plan, 'plan (new)/a.sup': plan }, {
            folders: uri => ({ rootUri: null, workspaceFolders: ['old', 'new'].map(name => ({ uri: `${uri}/plan%20(${name})`, name })) })
        });
        await client.until(() => client.published.filter(({ diagnostics }) => diagnostics.some(({ code }) => code === 'unknown-parent')).length >= 2, () => 'both folders');
        expect(client.published.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))).not.toContain('site-code-duplicate');
    });
});
