import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { HoverRequest } from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lsp-client.js';
import type { Files } from '../support/workspace.js';

// Another program renames, moves and deletes files and folders while some of them are open. The client reports only what it watches: files.

let client: LspClient;
const start = async (files: Files): Promise<LspClient> => (client = await LspClient.start(files));
afterEach(() => client.stop());

const central = 'hierarchy Quay\ncentral site CEN\n';
const child = 'hierarchy Quay\nsecondary site BER reports to CEN\n';
const none = (codes: string[]): boolean => codes.length === 0;
const has = (code: string) => (codes: string[]): boolean => codes.includes(code);

const move = async (from: string, to: string): Promise<void> => {
    renameSync(join(client.folder, from), join(client.folder, to));
    await client.watched(from, 'deleted');
    await client.watched(to, 'created');
};

test('keeps the unsaved text of an open file that is moved away, and forgets it when it is closed', async () => {
    await start({ 'a.sup': central, 'b.sup': child });
    await client.openFile('a.sup', 'hierarchy Quay\ncentral site CEX\n');
    await client.diagnostics('b.sup', has('unknown-parent'));
    await move('a.sup', 'c.sup');
    // Both have a central site now: the open text, which only the editor has, and the moved file, to which the child belongs.
    await client.diagnostics('b.sup', codes => !codes.includes('unknown-parent'));
    expect(await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: client.uri('a.sup') }, position: { line: 1, character: 15 } })).not.toBeNull();
    await client.closeFile('a.sup');
    await client.diagnostics('a.sup', none);
    await client.diagnostics('c.sup', none);
    await client.diagnostics('b.sup', none);
});

test('follows a closed file that is moved, back and forth, while the plan that refers to it is open', async () => {
    await start({ 'a.sup': central, 'b.sup': child });
    await client.openFile('b.sup', child);
    await client.diagnostics('b.sup', none);
    await client.changeFile('b.sup', `${child}\n`);
    await move('a.sup', 'a.txt');
    await client.diagnostics('b.sup', has('unknown-parent'));
    await move('a.txt', 'a.sup');
    await client.diagnostics('b.sup', none);
});

test('keeps an open file of a folder that is deleted, forgets the closed ones, and reads them again when the folder is restored', async () => {
    await start({ 'p/a.sup': central, 'p/b.sup': child, 'p/c.sup': 'hierarchy Quay\nsecondary site LON reports to NOWHERE\n' });
    await client.openFile('p/b.sup', child);
    await client.diagnostics('p/c.sup', has('unknown-parent'));
    rmSync(join(client.folder, 'p'), { recursive: true });
    for (const name of ['p/a.sup', 'p/b.sup', 'p/c.sup']) {
        await client.watched(name, 'deleted');
    }
    await client.diagnostics('p/c.sup', none);
    await client.diagnostics('p/b.sup', has('unknown-parent'));
    client.writeFile('p/a.sup', central);
    await client.watched('p/a.sup', 'created');
    await client.diagnostics('p/b.sup', none);
    await client.closeFile('p/b.sup');
    client.writeFile('p/d.sup', 'hierarchy Quay\nsecondary site PAR reports to BER\n');
    await client.watched('p/d.sup', 'created');
    await client.diagnostics('p/d.sup', has('unknown-parent'));
});

test('a folder that replaces a plan of the same name, and a plan that replaces a folder, leave no findings of the former one', async () => {
    await start({ 'a.sup': central, 'b.sup': 'hierarchy Quay\nsecondary site BER reports to NOWHERE\n' });
    await client.diagnostics('b.sup', has('unknown-parent'));
    rmSync(join(client.folder, 'b.sup'));
    client.writeFile('b.sup/in.sup', 'hierarchy Quay\nsecondary site LON reports to NOWHERE\n');
    await client.watched('b.sup', 'changed');
    await client.watched('b.sup/in.sup', 'created');
    await client.diagnostics('b.sup', none);
    await client.diagnostics('b.sup/in.sup', has('unknown-parent'));
    rmSync(join(client.folder, 'b.sup'), { recursive: true });
    client.writeFile('b.sup', child);
    await client.watched('b.sup', 'created');
    await client.diagnostics('b.sup/in.sup', none);
    await client.diagnostics('b.sup', none);
});
