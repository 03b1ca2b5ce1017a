import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sh, sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';

const clean = 'hierarchy Harbour\n';
const faulty = 'hierarchy Harbour\nbogus: 1\n';
const asWarning = '{ "rules": { "unknown-property": "warning" } }';

/** The findings of a JSON report as `file:line rule`, lines from 1. */
function listing(stdout: string): string[] {
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; rule: string; range: { start: { line: number } } }[] };
    return diagnostics.map(({ file, rule, range }) => `${file}:${range.start.line + 1} ${rule}`);
}

async function check(cwd: string, ...paths: string[]): Promise<string[]> {
    return listing((await sup(['check', '--format', 'json', ...paths], { cwd })).stdout);
}

describe('exit codes of check', () => {
    test('exits with 0 without findings', async () => {
        const { code, stdout, stderr } = await sup(['check'], { cwd: temporaryFolder({ 'plan.sup': clean }) });
        expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'No findings in 1 file.\n', stderr: '' });
    });

    test('exits with 1 on errors', async () => {
        const { code, stderr } = await sup(['check'], { cwd: temporaryFolder({ 'plan.sup': faulty }) });
        expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    });

    test.each([[[], 0], [['--max-warnings', '2'], 0], [['--max-warnings', '1'], 1], [['--max-warnings=0'], 1]])('exits with the right code for two warnings and %j: %i', async (options, code) => {
        const cwd = temporaryFolder({ 'plan.sup': `${faulty}crazy: 2\n`, 'sup.config.json': asWarning });
        expect((await sup(['check', ...options], { cwd })).code).toBe(code);
    });

    test('counts warnings that are not listed because the file has too many', async () => {
        const cwd = temporaryFolder({ 'plan.sup': `hierarchy Harbour\n${'bogus: 1\n'.repeat(150)}`, 'sup.config.json': asWarning });
        expect((await sup(['check', '--max-warnings', '149'], { cwd })).code).toBe(1);
        expect((await sup(['check', '--max-warnings', '150'], { cwd })).code).toBe(0);
    });

    test.each([
        [['check', '-rf'], "sup: unknown option '-rf'"],
        [['check', '--', '-rf'], 'sup: -rf: there is no such file or folder'],
        [['check', '--'], 'sup: there are no .sup files in .; loop.sup is a symbolic link, which is not followed'],
        [['check', ''], 'sup: a path must not be empty; use `.` for the current folder'],
        [['check', 'missing.sup'], 'sup: missing.sup: there is no such file or folder'],
        [['check', '*.sup'], 'sup: *.sup: there is no such file or folder'],
        [['check', '\x1b[2J.sup'], 'sup: \\x1b[2J.sup: there is no such file or folder'],
        [['check', 'notes.txt'], 'sup: notes.txt is not a .sup file'],
        [['check', 'notes.txt/plan.sup'], 'sup: notes.txt/plan.sup: a part of its path is not a folder'],
        [['check', 'x'.repeat(300)], `sup: ${'x'.repeat(300)}: its name is too long`],
        [['check', 'loop.sup'], 'sup: loop.sup: its symbolic links form a loop'],
        [['check', '/dev/null'], 'sup: /dev/null is neither a file nor a folder'],
        [['check', 'empty'], 'sup: there are no .sup files in empty'],
        [['check', '--format', 'xml'], "sup: option '--format <format>' argument 'xml' is invalid. Allowed choices are pretty, json, sarif."],
        [['check', '--format'], "sup: option '--format <format>' argument missing"],
        [['check', '--max-warnings', '-1'], "sup: option '--max-warnings <count>' argument '-1' is invalid. Expected a whole number from 0 to 999,999,999."],
        [['check', '--max-warnings', '1e3'], "sup: option '--max-warnings <count>' argument '1e3' is invalid. Expected a whole number from 0 to 999,999,999."],
        [['chek'], "sup: unknown command 'chek' (Did you mean check?)"]
    ])('exits with 2 and one message for %j', async (args, line) => {
        const cwd = temporaryFolder({ 'notes.txt': '' });
        mkdirSync(join(cwd, 'empty'));
        symlinkSync('loop.sup', join(cwd, 'loop.sup'));
        expect(await sup(args, { cwd })).toEqual({ code: 2, signal: null, stdout: '', stderr: `${line}\n` });
    });

    test.each([
        ['{ "rules": { "unknown-propertyy": "off" } }', 'sup: sup.config.json:1:14: `unknown-propertyy` is not a rule. Did you mean `unknown-property`?\n'],
        ['{', 'sup: sup.config.json:1:2: This is not JSON: close brace expected.\n']
    ])('reports the findings and exits with 2 for the invalid configuration %s', async (config, line) => {
        const { code, stdout, stderr } = await sup(['check'], { cwd: temporaryFolder({ 'plan.sup': clean, 'sup.config.json': config }) });
        expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: 'No findings in 1 file.\n', stderr: line });
    });

    test('exits with 2 if the configuration cannot be read', async () => {
        const cwd = temporaryFolder({ 'plan.sup': clean });
        mkdirSync(join(cwd, 'sup.config.json'));
        expect(await sup(['check'], { cwd })).toMatchObject({ code: 2, stderr: 'sup: sup.config.json could not be read: it is a folder\n' });
    });
});

describe('help and version', () => {
    test.each([['--help'], ['check', '--help'], ['help', 'check']])('prints the usage for %j', async (...args) => {
        const { code, stdout, stderr } = await sup(args);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toMatch(/^Usage: sup /);
    });

    test('lists the exit codes in the help of check', async () => {
        expect((await sup(['check', '--help'])).stdout).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 /);
    });

    test('prints the version that the bundler defines', async () => {
        expect(await sup(['--version'])).toMatchObject({ code: 0, stdout: '1.2.3\n' });
    });
});

describe('paths as arguments', () => {
    test('checks each file once if files and folders are mixed', async () => {
        const cwd = temporaryFolder({ 'a.sup': faulty, 'b/c.sup': faulty, 'b/d.sup': clean, 'e.sup': faulty });
        expect(await check(cwd, 'b', 'a.sup', './a.sup', join(cwd, 'a.sup'), 'b/c.sup')).toEqual(['a.sup:2 unknown-property', 'b/c.sup:2 unknown-property']);
    });

    test('reads the files around a selected file without reporting on them', async () => {
        const cwd = temporaryFolder({
            '.git/HEAD': '',
            'head.sup': `${faulty}central site CEN {\n  server CENSUP { wsus 3.0 SP2 { ports: 80 } software update point active }\n}\n`,
            'branches/oslo.sup': 'hierarchy Harbour\nsecondary site OSL reports to CEN {\n  server S {\n    wsus 3.0 SP2 { ports: 80  replica: no }\n    software update point active\n  }\n}\n'
        });
        const { stdout } = await sup(['check', '--format', 'json', 'branches/oslo.sup'], { cwd });
        const replica = (JSON.parse(stdout) as { diagnostics: { rule: string; file: string; related: { file: string }[] }[] }).diagnostics.find(({ rule }) => rule === 'secondary-sup-not-replica');
        expect(replica).toMatchObject({ file: 'branches/oslo.sup', related: [{ file: 'head.sup' }] });
        expect(listing(stdout).filter(line => !line.startsWith('branches/'))).toEqual([]);
    });

    test('applies configurations above a folder, up to its repository', async () => {
        const cwd = temporaryFolder({ 'sup.config.json': '{ "rules": { "unknown-property": "off" } }', 'repository/.git/HEAD': '', 'repository/plans/a.sup': faulty, 'loose/a.sup': faulty });
        expect(await check(cwd, 'loose')).toEqual([]);
        expect(await check(cwd, 'loose/a.sup')).toEqual([]);
        expect(await check(cwd, 'repository/plans')).toEqual(['repository/plans/a.sup:2 unknown-property']);
        expect(await check(join(cwd, 'repository/plans'))).toEqual(['a.sup:2 unknown-property']);
    });

    test('keeps the hierarchies of two workspaces apart', async () => {
        const site = 'hierarchy Harbour\nprimary site ABC { }\n';
        const cwd = temporaryFolder({ 'a/.git/HEAD': '', 'b/.git/HEAD': '', 'a/plan.sup': site, 'b/plan.sup': site });
        expect((await check(cwd, 'a', 'b')).filter(line => line.includes('duplicate'))).toEqual([]);
    });

    test('keeps two versions of a plan apart if each folder has a configuration, whichever paths are selected', async () => {
        const plan = 'hierarchy Quay\ncentral site CEN\n';
        const cwd = temporaryFolder({ '.git/HEAD': '', 'plans-before/a.sup': plan, 'plans-before/sup.config.json': '{}', 'plans/a.sup': `${plan}secondary site BER reports to CEN\n`, 'plans/sup.config.json': '{}' });
        for (const paths of [[], ['plans'], ['plans-before'], ['plans-before', 'plans'], ['plans-before/a.sup', 'plans/a.sup']]) {
            expect(await sup(['check', ...paths], { cwd })).toMatchObject({ code: 0, stderr: '' });
        }
        const simulated = JSON.parse((await sup(['simulate', '--format', 'json', '--for', '1h'], { cwd })).stdout) as { runs: unknown[] };
        expect(simulated.runs).toHaveLength(2);
    });

    test('reports two versions of a plan without a configuration once', async () => {
        const plan = 'hierarchy Quay\ncentral site CEN { server CENSUP01 { site server } }\nsecondary site BER reports to CEN\n';
        const cwd = temporaryFolder({ '.git/HEAD': '', 'plans-before/a.sup': plan, 'plans/a.sup': plan });
        expect(await check(cwd)).toEqual(['plans/a.sup:1 hierarchy-copied']);
        expect(await sup(['check', 'plans-before'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringMatching(/^sup: plans\/a\.sup: The folders `plans-before` and `plans` each declare the sites BER and CEN of `Quay`\. /) as string });
    });

    test('skips hidden and dependency folders unless they are selected', async () => {
        const cwd = temporaryFolder({ '.git/HEAD': '', 'plan.sup': clean, 'node_modules/a/plan.sup': faulty, '.hidden/plan.sup': faulty });
        expect(await check(cwd)).toEqual([]);
        expect(await check(cwd, 'node_modules/a')).toEqual(['node_modules/a/plan.sup:2 unknown-property']);
        expect(await check(cwd, '.hidden/plan.sup')).toEqual(['.hidden/plan.sup:2 unknown-property']);
    });

    test('reports every file name that a disk can hold unchanged', async () => {
        const name = `a [b]{c}*?#%20 ' " 😀.sup`;
        const cwd = temporaryFolder({ [`%2e%2e/${name}`]: faulty });
        expect(await check(cwd)).toEqual([`%2e%2e/${name}:2 unknown-property`]);
        expect(await check(cwd, `%2e%2e/${name}`)).toEqual([`%2e%2e/${name}:2 unknown-property`]);
    });

    test('names files above the current folder by relative paths', async () => {
        const cwd = temporaryFolder({ 'a.sup': faulty, 'b/c.sup': clean });
        expect(await check(join(cwd, 'b'), '..')).toEqual(['../a.sup:2 unknown-property']);
    });

    test('accepts 10,000 paths', async () => {
        const cwd = temporaryFolder({ 'a.sup': faulty });
        expect(await check(cwd, ...Array.from({ length: 10_000 }, () => 'a.sup'))).toEqual(['a.sup:2 unknown-property']);
    });
});

describe('symbolic links', () => {
    test('names each symbolic link that may lead to plans, and does not follow it', async () => {
        const base = temporaryFolder({ 'outside/secret.sup': faulty, 'workspace/plan.sup': clean });
        const cwd = join(base, 'workspace');
        symlinkSync('../outside/secret.sup', join(cwd, 'file.sup'));
        symlinkSync('../outside', join(cwd, 'folder'));
        symlinkSync('.', join(cwd, 'again'));
        symlinkSync('/dev/zero', join(cwd, 'zero.sup'));
        symlinkSync('loop.sup', join(cwd, 'loop.sup'));
        symlinkSync('../outside/sup.config.json', join(cwd, 'broken'));
        symlinkSync('../outside', join(cwd, '.hidden'));
        symlinkSync('../outside', join(cwd, 'node_modules'));
        symlinkSync('../outside/notes.txt', join(cwd, 'notes.txt'));
        const { code, stdout, stderr } = await sup(['check', '.', 'plan.sup'], { cwd });
        const named = ['again', 'broken', 'file.sup', 'folder', 'loop.sup', 'zero.sup'].map(name => `sup: ${name} is a symbolic link, which is not followed\n`);
        expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'No findings in 1 file.\n', stderr: named.join('') });
    });

    test('does not mention symbolic links outside the selected folder', async () => {
        const cwd = temporaryFolder({ 'plans/plan.sup': clean, 'sup.config.json': '{}' });
        symlinkSync('plans', join(cwd, 'current'));
        const { code, stderr } = await sup(['check', 'plans'], { cwd });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    });

    test('follows symbolic links in arguments, and reports the real paths', async () => {
        const base = temporaryFolder({ 'elsewhere/plan.sup': faulty, 'here/link.txt': '' });
        symlinkSync('../elsewhere/plan.sup', join(base, 'here/link.sup'));
        symlinkSync('../elsewhere', join(base, 'here/folder'));
        expect(await check(join(base, 'here'), 'link.sup', 'folder', 'folder/plan.sup')).toEqual(['../elsewhere/plan.sup:2 unknown-property']);
    });

    test('does not reveal a file that the configuration links to', async () => {
        const base = temporaryFolder({ 'secret.json': 'root:x:0:0', 'workspace/plan.sup': clean });
        symlinkSync('../secret.json', join(base, 'workspace/sup.config.json'));
        const { code, stderr } = await sup(['check'], { cwd: join(base, 'workspace') });
        expect({ code, stderr }).toEqual({ code: 2, stderr: 'sup: sup.config.json could not be read: its path contains a symbolic link, and symbolic links are not followed\n' });
    });
});

describe('environment', () => {
    test('does not wait for pipes, and treats folders named like plans as folders', async () => {
        const cwd = temporaryFolder({ 'plan.sup': clean, 'x.sup/deep.sup': faulty });
        await sh('mkfifo pipe.sup', { cwd });
        expect(await check(cwd)).toEqual(['x.sup/deep.sup:2 unknown-property']);
        expect(await sup(['check', 'pipe.sup'], { cwd })).toMatchObject({ code: 2, stderr: 'sup: pipe.sup is neither a file nor a folder\n' });
    });

    test('writes the same report in every locale, time zone and order of files on disk', async () => {
        const names = ['Z.sup', 'a.sup', 'i.sup', 'İ.sup', 'ä/b.sup', 'ä.sup', 'z/a.sup'];
        const files = (order: readonly string[]): Record<string, string> => ({ '.git/HEAD': '', ...Object.fromEntries(order.map(name => [name, `${faulty}primary site ABC reports to XYZ { }\n`])) });
        const reports = await Promise.all([
            sup(['check', '--format', 'json'], { cwd: temporaryFolder(files(names)), env: { LC_ALL: 'C', TZ: 'UTC' } }),
            sup(['check', '--format', 'json'], { cwd: temporaryFolder(files([...names].reverse())), env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kolkata' } }),
            sup(['check', '--format', 'json', ...[...names].reverse()], { cwd: temporaryFolder(files(names)), env: { LC_ALL: 'de_DE.UTF-8', TZ: 'America/Los_Angeles' } })
        ]);
        expect(new Set(reports.map(report => report.stdout)).size).toBe(1);
        expect([...new Set(listing(reports[0].stdout).map(line => line.split(':')[0]))]).toEqual(['Z.sup', 'a.sup', 'i.sup', 'z/a.sup', 'ä.sup', 'ä/b.sup', 'İ.sup']);
    });

    test('ends quietly when the reader closes stdout', async () => {
        const cwd = temporaryFolder({ 'plan.sup': faulty });
        expect(await sup(['check'], { cwd, closed: 'stdout' })).toEqual({ code: 1, signal: null, stdout: '', stderr: '' });
        expect(await sh('$SUP check --format json | head -1', { cwd })).toEqual({ code: 0, signal: null, stdout: '{\n', stderr: '' });
    });

    test('exits with 2 even if stderr is closed', async () => {
        expect(await sup(['check', 'missing'], { closed: 'stderr' })).toEqual({ code: 2, signal: null, stdout: '', stderr: '' });
    });

    test.skipIf(process.platform !== 'linux')('reports a full disk', async () => {
        const cwd = temporaryFolder({ 'plan.sup': clean });
        expect(await sh('$SUP check > /dev/full', { cwd })).toMatchObject({ code: 2, stderr: 'sup: the output could not be written: no space is left on the device\n' });
    });

    test('works with closed streams', async () => {
        const cwd = temporaryFolder({ 'plan.sup': faulty });
        expect((await sh('$SUP check missing 0<&- 2>&-; echo $?; $SUP check 0<&- 2>&-; echo $?', { cwd })).stdout).toMatch(/^2\n[^]*\n1\n$/);
    });
});
