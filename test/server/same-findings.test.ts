import { beforeAll, afterAll, expect, test } from 'vitest';
import { InstalledPages } from '@sup/files';
import { check } from '../../cli/src/check/check.js';
import { randomSites } from '../oracle/random-sites.js';
import { LspClient } from '../support/lsp-client.js';
import { Random } from '../support/random.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { fakeTerminal } from '../support/terminal.js';
import { workspaceWith } from '../support/workspace.js';

// Every way to check a plan gives the same findings: the library, the command line, and the server, from the disk or from the editor.

const plans = Object.fromEntries(Array.from({ length: 12 }, (_, seed) => [`${seed}.sup`, textOf(seed)]));
const names = Object.keys(plans);

/** Two of three files have the line breaks of other systems, or characters outside the basic plane. */
function textOf(seed: number): string {
    const text = randomSites(new Random(seed));
    return seed % 3 === 0 ? text : seed % 3 === 1 ? text.replaceAll('\n', '\r\n') : text.replaceAll('{', '/* 😀 */ {');
}

/** On disk, every second file has a byte order mark, which an editor leaves out. */
const onDisk = Object.fromEntries(Object.entries(plans).map(([name, text], i) => [name, i % 2 === 0 ? `\uFEFF${text}` : text]));
const expected = new Map<string, readonly string[]>();

interface Found { readonly code?: unknown; readonly message: unknown; readonly range: { readonly start: object; readonly end: object } }

const keysOf = (found: readonly Found[]): readonly string[] => found.map(({ code, message, range }) => JSON.stringify([code, message, range.start, range.end])).sort();

let client: LspClient;
beforeAll(async () => {
    const workspace = await workspaceWith(plans);
    names.forEach(name => expected.set(name, keysOf(workspace.diagnostics(name))));
    client = await LspClient.start(onDisk);
});
afterAll(() => client.stop());

/** The findings of the server, once there are as many as expected. */
async function published(name: string): Promise<readonly string[]> {
    return keysOf(await client.diagnostics(name, codes => codes.length === expected.get(name)!.length));
}

test('the command line reports the findings of the library', async () => {
    const { written, fake } = fakeTerminal();
    await check([temporaryFolder(onDisk)], { format: 'json', version: '1.2.3', pages: new InstalledPages('docs') }, fake);
    const { diagnostics } = JSON.parse(written.at(-1)!.replace(/^stdout: /, '')) as { diagnostics: readonly (Found & { file: string; rule: string })[] };
    for (const name of names) {
        const found = diagnostics.filter(({ file }) => file.split('/').at(-1) === name);
        expect(keysOf(found.map(({ rule, message, range }) => ({ code: rule, message, range }))), name).toEqual(expected.get(name));
    }
});

test('the server reports the same findings for files on disk, open files and closed ones', async () => {
    for (const name of names) {
        expect(await published(name), name).toEqual(expected.get(name));
    }
    for (const name of names) {
        await client.openFile(name, plans[name]!);
        await client.diagnostics(name, () => client.versionOf(name) === 1);
        expect(await published(name), `${name} in the editor`).toEqual(expected.get(name));
        await client.closeFile(name);
        expect(await published(name), `${name} closed`).toEqual(expected.get(name));
    }
});

test('the server reports the same findings after one large edit and after many small ones', async () => {
    for (const [i, name] of names.entries()) {
        const target = plans[names[(i + 1) % names.length]!]!;
        const wanted = expected.get(names[(i + 1) % names.length]!)!;
        const end = async (isLast: () => boolean): Promise<readonly string[]> => keysOf(await client.diagnostics(name, codes => isLast() && codes.length === wanted.length));
        await client.openFile(name, plans[name]!);
        await client.changeFile(name, target);
        expect(await end(() => client.versionOf(name) === 2), `${name} in one edit`).toEqual(wanted);
        const lines = target.split('\n');
        for (let count = 0; count <= lines.length; count += 3) {
            await client.changeFile(name, lines.slice(0, count).join('\n'));
        }
        await client.changeFile(name, target);
        const version = 3 + Math.floor(lines.length / 3) + 1;
        expect(await end(() => client.versionOf(name) === version), `${name} in many edits`).toEqual(wanted);
        await client.closeFile(name);
    }
});
