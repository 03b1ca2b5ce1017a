import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, WorkDoneProgress } from 'vscode-languageserver-protocol/node';
import { importLimits } from '@sup/import';
import type { ImportedHierarchy } from '@sup/protocol/server';
import { startClient } from '../support/start-client.js';

const samples = fileURLToPath(new URL('../import/samples', import.meta.url));

describe('sup/import', () => {
    test('makes the plan of an export, laid out as the .editorconfig of the folder specifies, and writes nothing', async () => {
        const client = await startClient({ '.editorconfig': 'root = true\n[*.sup]\nindent_size = 4\n' });
        cpSync(samples, join(client.folder, 'samples'), { recursive: true });
        const request = { files: [client.uri('samples/json/01-four-sites.json')], folder: client.uri('.'), branches: false };
        const { hierarchy, files, messages } = await client.connection.sendRequest<ImportedHierarchy>('sup/import', request);
        expect({ hierarchy, names: files.map(({ name }) => name), messages }).toEqual({ hierarchy: 'Nordvik', names: ['nordvik.sup'], messages: [] });
        expect(files[0]!.text).toMatch(/^\/\/ import: .*\n(?:.*\n)*central site NV0 "Headquarters" \{\n {4}release: SP2 R2\n/m);
        const branches = await client.connection.sendRequest<ImportedHierarchy>('sup/import', { ...request, branches: true });
        expect(branches.files.map(({ name }) => name)).toEqual(['nordvik.sup', 'nordvik-nv1.sup', 'nordvik-nv2.sup']);
        expect(client.published.filter(({ uri }) => uri.includes('nordvik'))).toEqual([]);
    });

    test('states why files cannot be imported, and answers other requests in between', async () => {
        const client = await startClient({ 'a.sup': 'hierarchy A\n', 'notes.json': '{"format": "other"}' });
        const ask = (name: string) => client.connection.sendRequest('sup/import', { files: [client.uri(name)], folder: client.uri('.'), branches: false });
        expect(await ask('notes.json')).toEqual({ objection: 'notes.json is not an export of a hierarchy: its "format" is not "sup-hierarchy"; `sup export-script` prints the script that makes one' });
        expect(await ask('missing.json')).toEqual({ objection: 'missing.json could not be read: there is no such file or folder' });
        const values = Array.from({ length: importLimits.values / 4 }, () => '[0,0,0]').join();
        writeFileSync(join(client.folder, 'large.json'), `{"format": "sup-hierarchy", "version": 1, "sites": [${values}], "roles": []}`);
        const order: string[] = [];
        const large = ask('large.json').then(result => { order.push('import'); return result; });
        await client.connection.sendRequest('sup/planTree', {}).then(() => order.push('tree'));
        expect(await large).toMatchObject({ objection: expect.any(String) as string });
        expect(order).toEqual(['tree', 'import']);
    });

    test('stops when the request is cancelled', async () => {
        const client = await startClient();
        const values = Array.from({ length: importLimits.values / 4 }, () => '[0,0,0]').join();
        writeFileSync(join(client.folder, 'large.json'), `{"format": "sup-hierarchy", "version": 1, "sites": [${values}], "roles": []}`);
        const cancellation = new CancellationTokenSource();
        client.connection.onProgress(WorkDoneProgress.type, 'import', () => cancellation.cancel());
        const answer = client.connection.sendRequest('sup/import', { files: [client.uri('large.json')], folder: client.uri('.'), branches: false, workDoneToken: 'import' }, cancellation.token);
        await expect(answer).rejects.toThrow('The request was cancelled.');
        expect(await client.connection.sendRequest('sup/planTree', {})).toEqual([]);
    });

    test('accepts files on disk only', async () => {
        const client = await startClient();
        const valid = { files: [client.uri('a.json')], folder: client.uri('.'), branches: false };
        for (const invalid of [{ files: [] }, { files: ['https://example.org/a.json'] }, { folder: 'untitled:x' }, { branches: 'no' }, { hierarchy: 5 }]) {
            await expect(client.connection.sendRequest('sup/import', { ...valid, ...invalid })).rejects.toThrow('Invalid parameters for sup/import');
        }
    });
});
