import { expect, test } from 'vitest';
import { sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { workspaceWith } from '../support/workspace.js';

interface ReportedFinding { readonly file: string; readonly rule: string; readonly message: string; readonly range: unknown }

async function findingsIn(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly ReportedFinding[]> {
    const { stdout, stderr } = await sup(['check', '--format', 'json'], { cwd: temporaryFolder(files) });
    expect(stderr).toBe('');
    return (JSON.parse(stdout) as { diagnostics: ReportedFinding[] }).diagnostics;
}

const text = 'hierarchy "Ålesund 😀"\nprimary site abc { bogus: 1 }\n\nprimary site ABCD reports to XYZ { crazy: 2 }\n';

// The expected text is the one that an editor has after decoding the file.
test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), text],
    ['a byte order mark', Buffer.from(`\ufeff${text}`), text],
    ['a byte order mark before the first finding', Buffer.from('\ufeffbogus: 1'), 'bogus: 1'],
    ['a byte order mark in the middle', Buffer.from('hierarchy A\n\ufeff bogus: 1'), 'hierarchy A\n\ufeff bogus: 1'],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n')), text.replaceAll('\n', '\r\n')],
    ['CR', Buffer.from(text.replaceAll('\n', '\r')), text.replaceAll('\n', '\r')],
    ['mixed line ends', Buffer.from('bogus: 1\r\n\ncrazy: 2\r\rmad: 3\n\r\nwild: 4'), 'bogus: 1\r\n\ncrazy: 2\r\rmad: 3\n\r\nwild: 4'],
    ['other line separators', Buffer.from('bogus: 1\u2028crazy: 2\u0085mad: 3\fwild: 4\v'), 'bogus: 1\u2028crazy: 2\u0085mad: 3\fwild: 4\v'],
    ['Latin-1', Buffer.from('hierarchy "caf\xe9"  bogus: 1', 'latin1'), 'hierarchy "caf\ufffd"  bogus: 1'],
    ['astral characters before a finding', Buffer.from('/* 😀𝔸 */ bogus: 1'), '/* 😀𝔸 */ bogus: 1'],
    ['no final line end', Buffer.from('bogus: 1'), 'bogus: 1'],
    ['a thousand final line ends', Buffer.from(`bogus: 1${'\n'.repeat(1000)}`), `bogus: 1${'\n'.repeat(1000)}`],
    ['an empty file', Buffer.from(''), ''],
    ['only a byte order mark', Buffer.from('\ufeff'), '']
])('reports the same findings for a file on disk as for its document in an editor: %s', async (_, bytes, decoded) => {
    const workspace = await workspaceWith({ 'plan.sup': decoded });
    const inEditor = workspace.diagnostics('plan.sup').map(({ code, message, range }) => ({ rule: code, message, range }));
    expect((await findingsIn({ 'plan.sup': bytes })).map(({ rule, message, range }) => ({ rule, message, range }))).toEqual(inEditor);
});

test.each<[string, Uint8Array]>([
    ['a little-endian UTF-16 file', Buffer.from(`\ufeff${text.repeat(50)}`, 'utf16le')],
    ['a big-endian UTF-16 file', Buffer.from(`\ufeff${text.repeat(50)}`, 'utf16le').swap16()],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array.from({ length: 4000 }, (_, i) => i % 256)])],
    ['a file of more than 4 MiB', Buffer.from(`${' '.repeat(4 * 1024 * 1024)}\n`)]
])('reports one finding for %s, and checks the other file', async (_, bytes) => {
    const found = await findingsIn({ 'a.sup': bytes, 'b.sup': 'bogus: 1' });
    expect(found.map(({ file }) => file)).toEqual(['a.sup', 'b.sup']);
});
