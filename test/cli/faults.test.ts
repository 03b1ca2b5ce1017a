import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sh, sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';

const faulty = 'bogus: 1\n';

/** A workspace, and a module that makes one function of Node fail for paths that end in `bad.sup`. */
function setUp(module: string, name: string, body: string) {
    const base = temporaryFolder({
        'workspace/a.sup': faulty,
        'workspace/bad.sup': faulty,
        'preload.cjs': `const module_ = require('${module}');\nconst original = module_.${name};\nmodule_.${name} = (path, ...rest) => {\n  if (String(path).endsWith('bad.sup')) {\n    ${body}\n  }\n  return original(path, ...rest);\n};\n`
    });
    return { cwd: join(base, 'workspace'), preload: join(base, 'preload.cjs') };
}

const failing = (code: string): string => `return Promise.reject(Object.assign(new Error('${code}: failed'), { code: '${code}' }));`;

describe('unreadable files', () => {
    test.each([
        ['EACCES', 'permission denied'],
        ['EIO', 'the disk reports an I/O error'],
        ['EBUSY', 'it is in use by another program'],
        ['EMFILE', 'too many files are open']
    ])('names a file that fails with %s, checks the others and exits with 2', async (code, reason) => {
        const { stdout, stderr, code: exitCode } = await sup(['check', '--format', 'json'], setUp('node:fs/promises', 'open', failing(code)));
        expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: `sup: bad.sup: ${reason}\n` });
        expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ file: 'a.sup' }], summary: { files: 1, troubles: [`bad.sup: ${reason}`] } });
    });

    test('names a file that was deleted after it was listed', async () => {
        expect(await sup(['check'], setUp('node:fs/promises', 'lstat', failing('ENOENT')))).toMatchObject({ code: 2, stderr: 'sup: bad.sup: there is no such file or folder\n' });
    });

    test('names an unreadable file even if it is the only one', async () => {
        const { cwd, preload } = setUp('node:fs/promises', 'open', failing('EACCES'));
        rmSync(join(cwd, 'a.sup'));
        expect(await sup(['check'], { cwd, preload })).toMatchObject({ code: 2, stdout: 'No findings in 0 files.\n', stderr: 'sup: bad.sup: permission denied\n' });
    });

    test('exits with 2 if a file around the checked file is unreadable', async () => {
        const { cwd, preload } = setUp('node:fs/promises', 'open', failing('EACCES'));
        const { code, stderr } = await sup(['check', 'a.sup'], { cwd, preload });
        expect({ code, stderr }).toEqual({ code: 2, stderr: 'sup: bad.sup: permission denied\n' });
    });
});

test('names an unreadable folder', async () => {
    const base = temporaryFolder({ 'workspace/a.sup': faulty, 'workspace/locked/b.sup': faulty, 'preload.cjs': `
        const fs = require('node:fs/promises');
        const readdir = fs.readdir;
        fs.readdir = (path, ...rest) => path.endsWith('locked') ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' })) : readdir(path, ...rest);` });
    const { code, stdout, stderr } = await sup(['check', '--format', 'json'], { cwd: join(base, 'workspace'), preload: join(base, 'preload.cjs') });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'sup: The folder locked could not be read: permission denied\n' });
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ file: 'a.sup' }] });
});

test('reports an internal error on one line without a stack', async () => {
    const base = temporaryFolder({ 'a.sup': faulty, 'preload.cjs': `require('node:util').styleText = () => { throw new Error('first line\\nsecond line \\x1b[2J'); };` });
    const outcome = await sup(['check'], { cwd: base, preload: join(base, 'preload.cjs'), env: { FORCE_COLOR: '1' } });
    expect(outcome).toEqual({ code: 2, signal: null, stdout: '', stderr: 'sup: internal error: first line second line \\x1b[2J\n' });
});

test('reports an uncaught exception on one line and exits with 2', async () => {
    const base = temporaryFolder({ 'workspace/a.sup': '', 'preload.cjs': `setImmediate(() => { throw new Error('uncaught'); });` });
    expect(await sup(['check'], { cwd: join(base, 'workspace'), preload: join(base, 'preload.cjs') })).toMatchObject({ code: 2, stderr: 'sup: internal error: uncaught\n' });
});

test.skipIf(process.platform === 'win32')('names a current folder that was deleted', async () => {
    const { code, stderr } = await sh('mkdir gone && cd gone && rmdir ../gone && $SUP check', { cwd: temporaryFolder() });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'sup: the current folder cannot be read: there is no such file or folder\n' });
});

test('truncates a message about an argument of thousands of characters', async () => {
    const { code, stderr } = await sup(['explain', 'x'.repeat(100_000)]);
    expect({ code, length: stderr.length }).toEqual({ code: 2, length: 'sup: …\n'.length + 4_000 });
});

test.skipIf(process.platform === 'win32')('ends the command at once on SIGINT', async () => {
    const outcome = await sup(['check'], setUp('node:fs/promises', 'open', 'process.kill(process.pid, "SIGINT"); return new Promise(() => setInterval(() => {}, 1000));'));
    expect(outcome).toEqual({ code: null, signal: 'SIGINT', stdout: '', stderr: '' });
});

test.skipIf(process.platform === 'win32')('reports that it was cancelled on SIGINT while it compares plans', async () => {
    const plan = (clients: number): string => `central site CEN {\n  clients: ${clients}\n}\n${Array.from({ length: 300 }, (_, i) => `primary site P${String(i).padStart(2, '0')} reports to CEN { clients: ${clients} }\n`).join('')}`;
    // The command calls this function to let signals be handled: once after the plans of each side, and then while it compares them.
    const preload = "const timers = require('node:timers/promises');\nconst { setImmediate: original } = timers;\nlet calls = 0;\ntimers.setImmediate = () => {\n  if (++calls === 3) {\n    process.kill(process.pid, 'SIGINT');\n  }\n  return original();\n};\n";
    const cwd = temporaryFolder({ 'a.sup': plan(1), 'b.sup': plan(2), 'preload.cjs': preload });
    expect(await sup(['diff', 'a.sup', 'b.sup', '--steps'], { cwd, preload: join(cwd, 'preload.cjs') })).toEqual({ code: 130, signal: null, stdout: '', stderr: 'sup: cancelled; nothing was written\n' });
});

test.skipIf(process.platform === 'win32')('reports that it was cancelled on SIGINT while it reads plans that it compares', async () => {
    const { cwd, preload } = setUp('node:fs/promises', 'open', 'process.kill(process.pid, "SIGINT"); return new Promise(resolve => setTimeout(() => resolve(original(path, ...rest)), 1));');
    expect(await sup(['diff', 'a.sup', 'bad.sup', '--output', 'out.md'], { cwd, preload })).toEqual({ code: 130, signal: null, stdout: '', stderr: 'sup: cancelled; nothing was written\n' });
    expect(existsSync(join(cwd, 'out.md'))).toBe(false);
});

test('starts no process and opens no connection', async () => {
    const base = temporaryFolder({ 'a.sup': faulty, 'preload.cjs': `
        const { Module } = require('node:module');
        const log = text => process.stderr.write(text + '\\n');
        // Commander loads this module for subcommands that are separate executables, which sup does not have.
        const processes = require('node:child_process');
        for (const name of Object.keys(processes)) {
            processes[name] = () => log('called ' + name);
        }
        const load = Module._load;
        Module._load = (name, ...rest) => {
            if (/^(node:)?(cluster|dgram|dns|http|http2|https|inspector|net|tls|worker_threads)$/.test(name)) {
                log('loaded ' + name);
            }
            return load(name, ...rest);
        };` });
    expect(await sup(['check'], { cwd: base, preload: join(base, 'preload.cjs') })).toMatchObject({ code: 1, stderr: '' });
});
