import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeExport, readExport } from '@sup/files';
import { temporaryFolder } from '../support/temp-folder.js';

const text = '{"name": "Zürich – Süd"}';
const utf16le = Buffer.from(text, 'utf16le');
const windows1252 = Buffer.from(text.replace('–', '\u0096'), 'latin1');

test.each<[string, Uint8Array, boolean]>([
    ['UTF-8', Buffer.from(text), false],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), false],
    ['UTF-16 LE with a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]), false],
    ['UTF-16 BE with a byte order mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16le).swap16()]), false],
    ['UTF-16 LE without a byte order mark', utf16le, false],
    ['UTF-16 BE without a byte order mark', Buffer.from(utf16le).swap16(), false],
    ['Windows-1252', windows1252, true]
])('decodes %s', (_, bytes, isAssumed) => {
    expect(decodeExport(bytes)).toEqual({ text, isAssumed });
});

test('decodes an empty file', () => {
    expect(decodeExport(new Uint8Array())).toEqual({ text: '', isAssumed: false });
});

test('reads a file through a link that the user names, up to a limit', async () => {
    const folder = temporaryFolder({ 'export.json': text });
    symlinkSync(join(folder, 'export.json'), join(folder, 'link.json'));
    expect((await readExport(join(folder, 'link.json'), 1_000)).text).toBe(text);
    writeFileSync(join(folder, 'large.json'), ' '.repeat(3 * 1024 * 1024));
    await expect(readExport(join(folder, 'large.json'), 2 * 1024 * 1024)).rejects.toThrow('it is larger than 2 MiB');
    await expect(readExport(folder, 1_000)).rejects.toThrow('it is a folder');
});
