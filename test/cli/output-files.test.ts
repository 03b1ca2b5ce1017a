import { chmodSync, existsSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outputTarget } from '../../cli/src/output-target.js';
import { type CommandResult, sh, sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { tidewater } from '../support/tidewater.js';

const config = '{ "rules": {} }';
const files = { 'plan.sup': tidewater, 'sup.config.json': config, 'out/keep': '' };

/** Both commands that write files. */
const commands: readonly (readonly [string, readonly string[]])[] = [['report', ['report']], ['diff', ['diff', 'plan.sup', 'plan.sup']]];
const write = (cwd: string, output: string, command: readonly string[] = ['report'], preload?: string): Promise<CommandResult> => sup([...command, '--output', output], { cwd, preload });

/** The contents of all files below a folder. */
function contentsOf(folder: string): Record<string, string> {
    return Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => statSync(join(folder, name)).isFile()).sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('files that output never replaces', () => {
    const isPlan = '.sup files are plans, and output must not overwrite a plan';
    const isConfig = 'sup.config.json is the configuration, and output must not overwrite it';
    const forbidden: readonly (readonly [string, string])[] = [
        ['plan.sup', isPlan], ['PLAN.SUP', isPlan], ['new.Sup', isPlan], ['plan.sup.', isPlan], ['plan.sup. .', isPlan], ['plan.sup::$DATA', isPlan], ['./out/../plan.sup', isPlan], ['out/.sup', isPlan], ['out\\plan.sup', isPlan],
        ['sup.config.json', isConfig], ['SUP.Config.JSON', isConfig], ['sup.config.json.', isConfig], ['sup.config.json:x', isConfig], ['out//..//sup.config.json', isConfig], ['out/sup.config.json', isConfig]
    ];

    test.each(commands)('%s writes neither to a plan nor to the configuration, under any spelling of their names', async (_, command) => {
        const cwd = temporaryFolder(files);
        const before = contentsOf(cwd);
        for (const [output, reason] of forbidden) {
            expect(await write(cwd, output, command), output).toMatchObject({ code: 2, stdout: '', stderr: `sup: ${output} could not be written: ${reason}\n` });
        }
        expect(contentsOf(cwd)).toEqual(before);
    });

    test('does not write through links that lead to a plan or to the configuration', async () => {
        const cwd = temporaryFolder(files);
        symlinkSync('plan.sup', join(cwd, 'link.html'));
        symlinkSync('../sup.config.json', join(cwd, 'out/link.html'));
        linkSync(join(cwd, 'plan.sup'), join(cwd, 'hard.html'));
        linkSync(join(cwd, 'sup.config.json'), join(cwd, 'hard.json'));
        const before = contentsOf(cwd);
        expect((await write(cwd, 'link.html')).stderr).toBe(`sup: link.html could not be written: ${isPlan}\n`);
        expect((await write(cwd, 'out/link.html')).stderr).toBe(`sup: out/link.html could not be written: ${isConfig}\n`);
        expect((await write(cwd, 'hard.html')).stderr).toBe('sup: hard.html could not be written: it is the same file as plan.sup, which output must not overwrite\n');
        expect((await write(cwd, 'hard.json')).stderr).toBe('sup: hard.json could not be written: it is the same file as sup.config.json, which output must not overwrite\n');
        expect(contentsOf(cwd)).toEqual(before);
    });

    test('leaves a plan in another folder unchanged if the report was a hard link to it', async () => {
        const cwd = temporaryFolder(files);
        linkSync(join(cwd, 'plan.sup'), join(cwd, 'out/report.html'));
        expect((await write(cwd, 'out/report.html')).code).toBe(0);
        expect(readFileSync(join(cwd, 'plan.sup'), 'utf8')).toBe(tidewater);
    });

    test.skipIf(process.platform === 'win32')('does not write to a pipe', async () => {
        expect((await sh('$SUP report --output /dev/stdout | cat', { cwd: temporaryFolder(files) })).stderr).toBe('sup: /dev/stdout could not be written: it is not a file\n');
    });

    test('does not replace a read-only file', async () => {
        const cwd = temporaryFolder({ ...files, 'report.html': 'older' });
        chmodSync(join(cwd, 'report.html'), 0o444);
        expect(await write(cwd, 'report.html')).toMatchObject({ code: 2, stderr: 'sup: report.html could not be written: it is read-only\n' });
        expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toBe('older');
    });

    test('rejects an output file before any plan is read', async () => {
        const cwd = temporaryFolder({ 'sup.config.json': config });
        expect((await sup(['report', 'missing', '--output', 'sup.config.json'], { cwd })).stderr).toBe(`sup: sup.config.json could not be written: ${isConfig}\n`);
        expect((await sup(['report', 'missing', '--output', 'missing/report.html'], { cwd })).stderr).toBe('sup: missing/report.html could not be written: there is no such file or folder\n');
        expect((await sup(['report', 'missing', '--output', ''], { cwd })).stderr).toBe('sup: the path of an output file must not be empty\n');
    });

    test('writes no picture if the Markdown report next to it must not be written', async () => {
        const cwd = temporaryFolder(files);
        expect((await sup(['report', '--format', 'markdown', '--output', 'plan.sup'], { cwd })).code).toBe(2);
        expect(Object.keys(contentsOf(cwd))).toEqual(Object.keys(contentsOf(temporaryFolder(files))));
    });

    test('accepts names that only resemble plans and the configuration', () => {
        const folder = temporaryFolder({});
        for (const name of ['plan.sup.html', 'sup', 'plan.supx', 'my.sup.config.json', 'a:b.html', '...html']) {
            expect(outputTarget(join(folder, name))).toEqual({ path: join(folder, name), mode: undefined });
        }
    });
});

describe('files that output replaces', () => {
    test.each(commands)('%s states on one line of stderr that it replaced a file', async (_, command) => {
        const cwd = temporaryFolder({ ...files, 'report.html': 'older' });
        expect((await write(cwd, 'report.html', command)).stderr).toBe('sup: replaced report.html, which existed already\n');
        expect(readFileSync(join(cwd, 'report.html'), 'utf8')).not.toBe('older');
        expect((await write(cwd, 'new.html', command)).stderr).toBe('');
    });

    test('names the pictures that a Markdown report replaces', async () => {
        const cwd = temporaryFolder({ ...files, 'review.svg': 'mine' });
        const args = ['report', '--format', 'markdown', '--output', 'review.md'];
        expect((await sup(args, { cwd })).stderr).toBe('');
        expect((await sup(args, { cwd })).stderr).toBe('sup: replaced review-picture.svg, review.md, which existed already\n');
        expect(readFileSync(join(cwd, 'review.svg'), 'utf8')).toBe('mine');
    });

    test.skipIf(process.platform === 'win32').each([0o600, 0o664, 0o777])('keeps the permissions %o of the file', async mode => {
        const cwd = temporaryFolder({ ...files, 'report.html': 'older' });
        chmodSync(join(cwd, 'report.html'), mode);
        await write(cwd, 'report.html');
        expect(statSync(join(cwd, 'report.html')).mode & 0o777).toBe(mode);
    });
});

describe.skipIf(process.platform === 'win32')('a process that is stopped in the middle of writing', () => {
    /** A module that writes half of a report, and then sends a signal to its own process. */
    const stopping = (signal: string): string => `
        const fs = require('node:fs');
        const write = fs.writeFileSync;
        fs.writeFileSync = (file, text, ...rest) => {
            fs.writeSync(file, text.slice(0, text.length / 2));
            process.kill(process.pid, '${signal}');
            return fs.writeSync(file, text.slice(text.length / 2));
        };`;
    const setUp = (signal: string): string => temporaryFolder({ ...files, 'report.html': 'older', 'stop.cjs': stopping(signal) });

    test('leaves the older report unchanged after kill -9, and the next run replaces it', async () => {
        const cwd = setUp('SIGKILL');
        expect(await write(cwd, 'report.html', ['report'], join(cwd, 'stop.cjs'))).toEqual({ code: null, signal: 'SIGKILL', stdout: '', stderr: '' });
        expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toBe('older');
        expect((await write(cwd, 'report.html')).code).toBe(0);
        expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toMatch(/<\/html>\n$/);
    });

    test.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('ends with %s, after a complete report and without a temporary file', async signal => {
        const cwd = setUp(signal);
        expect(await write(cwd, 'report.html', ['report'], join(cwd, 'stop.cjs'))).toMatchObject({ code: null, signal });
        expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
        expect(readdirSync(cwd).filter(name => name.endsWith('.tmp'))).toEqual([]);
    });

    test.each(['SIGTERM', 'SIGINT'])('ends at once with %s before a report is written, and leaves nothing', async signal => {
        const cwd = temporaryFolder({ ...files, 'stop.cjs': `require('node:fs/promises').open = () => { process.kill(process.pid, '${signal}'); return new Promise(() => setInterval(() => {}, 1000)); };` });
        expect(await write(cwd, 'report.html', ['report'], join(cwd, 'stop.cjs'))).toEqual({ code: null, signal, stdout: '', stderr: '' });
        expect(existsSync(join(cwd, 'report.html'))).toBe(false);
        expect(readdirSync(cwd).filter(name => name.endsWith('.tmp'))).toEqual([]);
    });
});

test('runs that write the same report at the same time leave one complete report', async () => {
    const cwd = temporaryFolder(files);
    const results = await Promise.all(Array.from({ length: 4 }, () => sh('$SUP report --output report.html', { cwd })));
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
    expect(readdirSync(cwd).sort()).toEqual(['out', 'plan.sup', 'report.html', 'sup.config.json']);
});
