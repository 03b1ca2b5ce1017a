import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sup, useCli } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';

useCli();

const faulty = 'bogus: 1\n';

/** A workspace, and a module that spoils one function of Node for paths that end in `bad.sup`. */
function setUp(module: string, name: string, body: string) {
    const base = temporaryFolder({
        'workspace/a.sup': faulty,
        'workspace/bad.sup': faulty,
        'preload.cjs': `const module_ = require('${module}');\nconst original = module_.${name};\nmodule_.${name} = (path, ...rest) => {\n  if (String(path).endsWith('bad.sup')) {\n    ${body}\n  }\n  return original(path, ...rest);\n};\n`
    });
    return { cwd: join(base, 'workspace'), preload: join(base, 'preload.cjs') };
}

const failing = (code: string): string => `return Promise.reject(Object.assign(new Error('${code}: failed'), { code: '${code}' }));`;

describe('a file that cannot be read', () => {
    test.each([
        ['EACCES', 'permission denied'],
        ['EIO', 'the disk reports an error'],
        ['EBUSY', 'another program holds it'],
        ['EMFILE', 'too many files are open']
    ])('%s: is named, everything else is checked, and the check counts as incomplete', async (code, reason) => {
        const { stdout, stderr, code: exitCode } = await sup(['check', '--format', 'json'], setUp('node:fs/promises', 'open', failing(code)));
        expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: `sup: bad.sup: ${reason}\n` });
        expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ file: 'a.sup' }], summary: { files: 1, troubles: [`bad.sup: ${reason}`] } });
    });

    test('because it was deleted after it was listed', async () => {
        expect(await sup(['check'], setUp('node:fs/promises', 'lstat', failing('ENOENT')))).toMatchObject({ code: 2, stderr: 'sup: bad.sup: there is no such file or folder\n' });
    });

    test('although it is the only one, is what is wrong', async () => {
        const { cwd, preload } = setUp('node:fs/promises', 'open', failing('EACCES'));
        rmSync(join(cwd, 'a.sup'));
        expect(await sup(['check'], { cwd, preload })).toMatchObject({ code: 2, stdout: 'No findings in 0 files.\n', stderr: 'sup: bad.sup: permission denied\n' });
    });

    test('around the file that is checked makes the check incomplete, too', async () => {
        const { cwd, preload } = setUp('node:fs/promises', 'open', failing('EACCES'));
        const { code, stderr } = await sup(['check', 'a.sup'], { cwd, preload });
        expect({ code, stderr }).toEqual({ code: 2, stderr: 'sup: bad.sup: permission denied\n' });
    });
});

test('a folder that cannot be read is named', async () => {
    const base = temporaryFolder({ 'workspace/a.sup': faulty, 'workspace/locked/b.sup': faulty, 'preload.cjs': `
        const fs = require('node:fs/promises');
        const readdir = fs.readdir;
        fs.readdir = (path, ...rest) => path.endsWith('locked') ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' })) : readdir(path, ...rest);` });
    const { code, stdout, stderr } = await sup(['check', '--format', 'json'], { cwd: join(base, 'workspace'), preload: join(base, 'preload.cjs') });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'sup: The folder locked could not be read: permission denied\n' });
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ file: 'a.sup' }] });
});

test('an internal error is one line, without a stack', async () => {
    const base = temporaryFolder({ 'a.sup': faulty, 'preload.cjs': `require('node:util').styleText = () => { throw new Error('first line\\nsecond line \\x1b[2J'); };` });
    const outcome = await sup(['check'], { cwd: base, preload: join(base, 'preload.cjs'), env: { FORCE_COLOR: '1' } });
    expect(outcome).toEqual({ code: 2, signal: null, stdout: '', stderr: 'sup: an internal error: first line second line \\x1b[2J\n' });
});

test('an error that nothing waits for is one line, and counts', async () => {
    const base = temporaryFolder({ 'workspace/a.sup': '', 'preload.cjs': `setImmediate(() => { throw new Error('out of nowhere'); });` });
    expect(await sup(['check'], { cwd: join(base, 'workspace'), preload: join(base, 'preload.cjs') })).toMatchObject({ code: 2, stderr: 'sup: an internal error: out of nowhere\n' });
});

test.skipIf(process.platform === 'win32')('an interrupt in the middle ends it at once, as shells know it (130)', async () => {
    const outcome = await sup(['check'], setUp('node:fs/promises', 'open', 'process.kill(process.pid, "SIGINT"); return new Promise(() => setInterval(() => {}, 1000));'));
    expect(outcome).toEqual({ code: null, signal: 'SIGINT', stdout: '', stderr: '' });
});

test('no other process is started and no connection made', async () => {
    const base = temporaryFolder({ 'a.sup': faulty, 'preload.cjs': `
        const { Module } = require('node:module');
        const tell = what => process.stderr.write(what + '\\n');
        // Commander loads this one, for commands that are programs of their own; there are none.
        const processes = require('node:child_process');
        for (const name of Object.keys(processes)) {
            processes[name] = () => tell('called ' + name);
        }
        const load = Module._load;
        Module._load = (name, ...rest) => {
            if (/^(node:)?(cluster|dgram|dns|http|http2|https|inspector|net|tls|worker_threads)$/.test(name)) {
                tell('loaded ' + name);
            }
            return load(name, ...rest);
        };` });
    expect(await sup(['check'], { cwd: base, preload: join(base, 'preload.cjs') })).toMatchObject({ code: 1, stderr: '' });
});
