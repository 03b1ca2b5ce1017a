import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, openSync, symlinkSync, truncateSync, closeSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'langium';
import { beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import { createNodeFileSystem } from '@sup/files';
import { fileLimits } from '@sup/model';
import { temporaryFolder } from '../support/temp-folder.js';

// All disk access goes through these functions, so a test can observe it and make it fail.
vi.mock('node:fs/promises', async original => {
    const actual = await original<typeof fs>();
    return { ...actual, lstat: vi.fn(actual.lstat), stat: vi.fn(actual.stat), open: vi.fn(actual.open), readdir: vi.fn(actual.readdir) };
});
const calls = [fs.lstat, fs.stat, fs.open, fs.readdir] as unknown as readonly Mock[];

const secret = 'central site CEN { }';

/** A workspace, and a secret in a folder next to it. */
function setUp(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    const base = temporaryFolder({ 'outside/secret.sup': secret, 'workspace/plan.sup': 'hierarchy A', ...files });
    const root = join(base, 'workspace');
    const system = createNodeFileSystem({ roots: () => [root] }).fileSystemProvider();
    return { base, root, system, uri: (name: string) => URI.file(join(root, name)) };
}

const names = async (found: Promise<readonly { uri: URI; isFile: boolean; isDirectory: boolean }[]>): Promise<string[]> =>
    (await found).map(({ uri, isFile, isDirectory }) => `${uri.path.split('/').at(-1)}${isFile ? '' : isDirectory ? '/' : '?'}`);

beforeEach(() => calls.forEach(call => call.mockClear()));

describe('decoding of plans', () => {
    test.each<[string, Uint8Array, string]>([
        ['UTF-8', Buffer.from('site "Ålesund"'), 'site "Ålesund"'],
        ['a byte order mark', Buffer.from('\ufeffsite A'), 'site A'],
        ['a byte order mark in the middle', Buffer.from('site\ufeff A'), 'site\ufeff A'],
        ['Latin-1', Buffer.from('site "caf\xe9"', 'latin1'), 'site "caf\ufffd"'],
        ['UTF-16', Buffer.from('\ufeffsi', 'utf16le'), '\ufffd\ufffds\0i\0'],
        ['line ends', Buffer.from('a\r\nb\rc\n'), 'a\r\nb\rc\n'],
        ['an empty file', Buffer.from(''), '']
    ])('reads %s as an editor does', async (_, bytes, text) => {
        const { system, uri } = setUp({ 'workspace/plan.sup': bytes });
        expect(await system.readFile(uri('plan.sup'))).toBe(text);
    });

    test('reads a file of 1 GiB only until its size exceeds the limit', async () => {
        const { root, system, uri } = setUp();
        closeSync(openSync(join(root, 'large.sup'), 'w'));
        truncateSync(join(root, 'large.sup'), 1024 ** 3);
        expect((await system.readBinary(uri('large.sup'))).length).toBeLessThan(4 * fileLimits.characters);
        expect(await system.readFile(uri('large.sup'))).toHaveLength(fileLimits.characters + 1);
    });

    test.each([0, 1])('reads %i characters beyond the limit when each takes three bytes', async more => {
        const { system, uri } = setUp({ 'workspace/plan.sup': `\ufeff${'…'.repeat(fileLimits.characters + more)}` });
        expect(await system.readFile(uri('plan.sup'))).toHaveLength(fileLimits.characters + more);
    });
});

describe('folder listings', () => {
    test('lists entries with their types in one order, whatever the disk returns', async () => {
        const { root, system } = setUp({ 'workspace/b.sup': '', 'workspace/C.sup': '', 'workspace/ä.sup': '', 'workspace/x.sup/deep.sup': '' });
        symlinkSync(join(root, 'b.sup'), join(root, 'link.sup'));
        vi.mocked(fs.readdir).mockImplementationOnce(async (...args) => (await fs.readdir(...args)).reverse());
        expect(await names(system.readDirectory(URI.file(root)))).toEqual(['C.sup', 'b.sup', 'link.sup?', 'plan.sup', 'x.sup/', 'ä.sup']);
    });

    test('accepts every name that a disk can hold', async () => {
        const name = `a [b]{c}*?#%20 ' " 😀.sup`;
        const { root, system } = setUp({ [`workspace/${name}`]: 'hierarchy B' });
        const [entry] = await system.readDirectory(URI.file(root));
        expect(await system.readFile(URI.parse(entry!.uri.toString()))).toBe('hierarchy B');
    });
});

describe('paths outside the roots', () => {
    test.each([
        ['a path upwards', ({ root }: { root: string }) => URI.file(`${root}/../outside/secret.sup`)],
        ['an encoded path upwards', ({ root }: { root: string }) => URI.parse(`file://${root}/%2e%2e/outside/secret.sup`)],
        ['an encoded slash', ({ root }: { root: string }) => URI.parse(`file://${root}/..%2foutside%2fsecret.sup`)],
        ['a folder whose name begins like the root', ({ root }: { root: string }) => URI.file(`${root}-2/secret.sup`)],
        ['an absolute path', () => URI.file('/etc/passwd')],
        ['a network share', () => URI.parse('file://host/share/plan.sup')],
        ['another scheme', ({ root }: { root: string }) => URI.from({ scheme: 'vscode-vfs', authority: 'github', path: `${root}/plan.sup` })]
    ])('does not read %s', async (_, uriOf) => {
        const { system, base } = setUp({ 'workspace-2/secret.sup': secret });
        const uri = uriOf({ root: join(base, 'workspace') });
        await expect(system.readFile(uri)).rejects.toThrow(/^it is (outside the open folders|not a local file)$/);
        await expect(system.stat(uri)).rejects.toThrow();
        await expect(system.readDirectory(uri)).rejects.toThrow();
        expect(await system.exists(uri)).toBe(false);
        calls.forEach(call => expect(call).not.toHaveBeenCalled());
    });

    test('takes a doubly encoded path for a plain name', async () => {
        const { root, system } = setUp();
        await expect(system.readFile(URI.parse(`file://${root}/%252e%252e/outside/secret.sup`))).rejects.toThrow('there is no such file or folder');
    });

    test('rejects a NUL character in a path', async () => {
        const { system, uri } = setUp();
        await expect(system.readFile(uri('plan.sup\0.png'))).rejects.toThrow('its name contains a NUL character');
    });
});

describe('symbolic links below a root', () => {
    test.each([
        ['to a file outside the root', (root: string) => symlinkSync('../outside/secret.sup', join(root, 'bad.sup')), 'bad.sup'],
        ['to a folder outside the root', (root: string) => symlinkSync('../outside', join(root, 'bad')), 'bad/secret.sup'],
        ['to a file inside the root', (root: string) => symlinkSync('plan.sup', join(root, 'bad.sup')), 'bad.sup'],
        ['to an endless device', (root: string) => symlinkSync('/dev/zero', join(root, 'bad.sup')), 'bad.sup'],
        ['to itself', (root: string) => symlinkSync('bad.sup', join(root, 'bad.sup')), 'bad.sup'],
        ['to its own folder', (root: string) => symlinkSync('.', join(root, 'bad')), 'bad/bad/plan.sup'],
        ['on a path that leaves the linked folder again', (root: string) => symlinkSync('../outside', join(root, 'bad')), 'bad/secret.sup/../../plan.sup/../bad/secret.sup']
    ])('does not follow a link %s', async (_, link, name) => {
        const { root, system } = setUp();
        link(root);
        const uri = URI.from({ scheme: 'file', path: `${root}/${name}` });
        await expect(system.readFile(uri)).rejects.toThrow('its path contains a symbolic link, and symbolic links are not followed');
        await expect(system.stat(uri)).rejects.toThrow();
        expect(fs.open).not.toHaveBeenCalled();
    });

    test('accepts a root that is a symbolic link', async () => {
        const { base, root } = setUp();
        symlinkSync(root, join(base, 'link'));
        const system = createNodeFileSystem({ roots: () => [join(base, 'link')] }).fileSystemProvider();
        expect(await names(system.readDirectory(URI.file(join(base, 'link'))))).toEqual(['plan.sup']);
        expect(await system.stat(URI.file(join(base, 'link')))).toMatchObject({ isFile: false, isDirectory: true });
        expect(await system.readFile(URI.file(join(base, 'link/plan.sup')))).toBe('hierarchy A');
    });

    test('does not follow a link that appears between the check and the opening', async () => {
        const { root, system, uri } = setUp();
        vi.mocked(fs.open).mockImplementationOnce(async (path, flags) => {
            await fs.rm(String(path));
            await fs.symlink(join(root, '../outside/secret.sup'), String(path));
            return fs.open(path, flags);
        });
        await expect(system.readFile(uri('plan.sup'))).rejects.toThrow('its symbolic links form a loop');
    });

    test('rejects a file that was replaced between the check and the opening', async () => {
        const { root, system, uri } = setUp();
        vi.mocked(fs.open).mockImplementationOnce(async (_, flags) => fs.open(join(root, '../outside/secret.sup'), flags));
        await expect(system.readFile(uri('plan.sup'))).rejects.toThrow('it was replaced while it was being opened');
    });
});

describe('file types', () => {
    test('treats a folder named like a plan as a folder', async () => {
        const { system, uri } = setUp({ 'workspace/x.sup/deep.sup': 'hierarchy B' });
        await expect(system.readFile(uri('x.sup'))).rejects.toThrow('it is a folder');
        expect(await system.stat(uri('x.sup'))).toMatchObject({ isFile: false, isDirectory: true });
        expect(await system.readFile(uri('x.sup/deep.sup'))).toBe('hierarchy B');
    });

    test.skipIf(process.platform === 'win32')('neither opens a pipe nor waits for it', async () => {
        const { root, system, uri } = setUp();
        execFileSync('mkfifo', [join(root, 'pipe.sup')]);
        await expect(system.readFile(uri('pipe.sup'))).rejects.toThrow('it is not a regular file');
        expect(await system.stat(uri('pipe.sup'))).toMatchObject({ isFile: false, isDirectory: false });
        expect(fs.open).not.toHaveBeenCalled();
    });

    test.skipIf(process.platform === 'win32')('does not wait for a pipe that appears between the check and the opening', async () => {
        const { system, uri } = setUp();
        vi.mocked(fs.open).mockImplementationOnce(async (path, flags) => {
            await fs.rm(String(path));
            execFileSync('mkfifo', [String(path)]);
            return fs.open(path, flags);
        });
        await expect(system.readFile(uri('plan.sup'))).rejects.toThrow('it is not a regular file');
    });

    test('reads a hard link as a regular file', async () => {
        const { root, system, uri } = setUp();
        linkSync(join(root, 'plan.sup'), join(root, 'same.sup'));
        expect(await system.readFile(uri('same.sup'))).toBe('hierarchy A');
    });
});

describe('error messages', () => {
    test.each([
        ['EACCES', 'permission denied'],
        ['EIO', 'the disk reports an I/O error'],
        ['EISDIR', 'it is a folder'],
        ['ELOOP', 'its symbolic links form a loop'],
        ['ENAMETOOLONG', 'its name is too long'],
        ['EBUSY', 'it is in use by another program'],
        ['ENOENT', 'there is no such file or folder'],
        ['EMFILE', 'too many files are open'],
        ['ESTALE', 'ESTALE: something else']
    ])('describes %s as: %s', async (code, message) => {
        const { system, uri } = setUp();
        const error = Object.assign(new Error(`${code}: something else`), { code });
        for (const call of [fs.lstat, fs.open]) {
            vi.mocked(call).mockRejectedValueOnce(error);
            await expect(system.readFile(uri('plan.sup'))).rejects.toThrow(new Error(message));
        }
        vi.mocked(fs.readdir).mockRejectedValueOnce(error);
        await expect(system.readDirectory(uri('.'))).rejects.toThrow(new Error(message));
        expect(await system.readFile(uri('plan.sup'))).toBe('hierarchy A');
    });

    test('describes a name that is too long', async () => {
        const { system, uri } = setUp();
        await expect(system.readFile(uri(`${'x'.repeat(300)}.sup`))).rejects.toThrow('its name is too long');
    });

    test('closes the handle when reading fails', async () => {
        const { system, uri } = setUp();
        const handle = await fs.open(uri('plan.sup').fsPath);
        vi.spyOn(handle, 'read').mockRejectedValue(Object.assign(new Error(), { code: 'EIO' }));
        vi.mocked(fs.open).mockResolvedValueOnce(handle);
        await expect(system.readFile(uri('plan.sup'))).rejects.toThrow('the disk reports an I/O error');
        expect(handle.fd).toBe(-1);
    });
});

test('follows changes of the roots', async () => {
    const { base, root } = setUp();
    mkdirSync(join(base, 'later'));
    const roots = [join(base, 'later')];
    const system = createNodeFileSystem({ roots: () => roots }).fileSystemProvider();
    await expect(system.readFile(URI.file(join(root, 'plan.sup')))).rejects.toThrow('it is outside the open folders');
    roots.push(root);
    expect(await system.readFile(URI.file(join(root, 'plan.sup')))).toBe('hierarchy A');
});
