import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeExport, readExports } from '@sup/files';
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

test('reads files through links that the user names, up to a limit for all of them', async () => {
    const folder = temporaryFolder({ 'export.json': text });
    const path = (name: string): string => join(folder, name);
    symlinkSync(path('export.json'), path('link.json'));
    const visited: string[] = [];
    expect(await readExports([path('link.json')], 1_000, { onFile: each => visited.push(each) })).toEqual({ sources: [{ name: 'link.json', text }], messages: [] });
    expect(visited).toEqual([path('link.json')]);
    writeFileSync(path('large.json'), ' '.repeat(3 * 1024 * 1024));
    await expect(readExports([path('large.json')], 2 * 1024 * 1024)).rejects.toThrow(`${path('large.json')} could not be read: it is larger than 2 MiB`);
    await expect(readExports([path('large.json'), path('large.json')], 4 * 1024 * 1024)).rejects.toThrow('the files are larger than 4 MiB together, which is the limit');
    writeFileSync(path('utf16.json'), Buffer.from(`\ufeff${' '.repeat(1024 * 1024)}`, 'utf16le'));
    await expect(readExports([path('utf16.json'), path('utf16.json')], 3 * 1024 * 1024)).rejects.toThrow('the files are larger than 3 MiB together, which is the limit');
    await expect(readExports([folder], 1_000)).rejects.toThrow(`${folder} could not be read: it is a folder`);
});

test.each([
    ['a workbook', Buffer.from('PK\x03\x04\x14\0\x06\0xl/worksheets', 'latin1'), 'it is a workbook of Excel or an archive; save its sheet as CSV, and use that file'],
    ['a workbook of old versions', Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.alloc(600)]), 'it is a workbook of Excel or an archive; save its sheet as CSV, and use that file'],
    ['a picture', Buffer.concat([Buffer.of(0x89), Buffer.from('PNG\r\n\x1a\n\0\0\0\rIHDR'), Buffer.of(0xff, 0xfe, 0xe9)]), 'it is not a text file']
])('rejects %s with what to do instead of a text', async (_, bytes, reason) => {
    const folder = temporaryFolder();
    const path = join(folder, 'sites.csv');
    writeFileSync(path, bytes);
    await expect(readExports([path], 10_000)).rejects.toThrow(`${path} could not be read: ${reason}`);
});

test('names the file that was read in an assumed encoding', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sites.csv'), windows1252);
    expect((await readExports([join(folder, 'sites.csv')], 1_000)).messages).toEqual([`${join(folder, 'sites.csv')} is not UTF-8, so it was read as Windows-1252; check the letters with accents`]);
});
