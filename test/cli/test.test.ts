import { describe, expect, test } from 'vitest';
import { sh, sup, useCli } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { scenario, tidewater } from '../support/tidewater.js';
import { parseXml } from '../support/xml.js';

useCli();

const calm = scenario('Nothing happens', '2 days', 'expect CEN synchronized by 6h', 'expect no errors at all sites');
const drift = scenario('Ports are changed', '5 days',
    'at 12h: synchronize CEN now', 'at 1d 03:30: set OSLSUP01 ports to 80, 443', 'expect OSL synchronized within 4h of CEN', 'expect CEN synchronized');
const idle = scenario('Nobody touches WSUS', '1 day', 'expect CEN settings restored within 2h');

/** A workspace with the hierarchy in one file, and scenarios in others. */
function folderWith(files: Readonly<Record<string, string>>): string {
    return temporaryFolder({ '.git/HEAD': '', 'plan.sup': tidewater, ...files });
}

async function outcomes(cwd: string, ...args: string[]): Promise<string[]> {
    const { scenarios } = JSON.parse((await sup(['test', '--format', 'json', ...args], { cwd })).stdout) as { scenarios: { file: string; title: string; outcome: string }[] };
    return scenarios.map(({ file, title, outcome }) => `${file} ${title}: ${outcome}`);
}

describe('exit code', () => {
    test.each<[string, string, number]>([
        ['every expectation holds', calm, 0],
        ['one is not put to the test', idle, 0],
        ['one is broken', drift, 1],
        ['a line cannot be read', scenario('Typing', '1 day', 'expect CEN synchronized', 'expect CEN synchonized'), 1],
        ['a scenario does not say how long it is', 'hierarchy Tidewater\nscenario "Endless" {\n  expect CEN synchronized\n}\n', 1]
    ])('when %s', async (_, text, code) => {
        expect((await sup(['test'], { cwd: folderWith({ 'scenarios.sup': text }) })).code).toBe(code);
    });

    test.each<[string[], string]>([
        [['plan.sup'], 'sup: there are no scenarios in these files'],
        [['--scenario', 'Nothing'], 'sup: no scenario has the title "Nothing"; there are "Nothing happens", "Ports are changed"'],
        [['--seed', 'x'], "sup: option '--seed <number>' argument 'x' is invalid. It takes a number."],
        [['--format', 'sarif'], "sup: option '--format <format>' argument 'sarif' is invalid. Allowed choices are pretty, json, junit."],
        [['missing.sup'], 'sup: missing.sup: there is no such file or folder']
    ])('2 for %j, with one line that says why', async (args, line) => {
        const cwd = folderWith({ 'a.sup': calm, 'b.sup': drift });
        expect(await sup(['test', ...args], { cwd })).toEqual({ code: 2, signal: null, stdout: '', stderr: `${line}\n` });
    });

    test('2 for a configuration that cannot be used, after a report by what holds of it', async () => {
        const cwd = folderWith({ 'a.sup': calm, 'sup.config.json': '{ "simulation": { "seed": -1 } }' });
        const { code, stdout, stderr } = await sup(['test'], { cwd });
        expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^sup: sup\.config\.json:1:\d+: .*seed.*\n$/) as string });
        expect(stdout).toMatch(/^1 scenario: 1 held/m);
    });
});

describe('what is run', () => {
    test('are the scenarios of the files that are named, in the hierarchy of all files around', async () => {
        const cwd = folderWith({ 'a.sup': calm, 'more/b.sup': drift });
        expect(await outcomes(cwd)).toEqual(['a.sup Nothing happens: held', 'more/b.sup Ports are changed: broken']);
        expect(await outcomes(cwd, 'a.sup')).toEqual(['a.sup Nothing happens: held']);
        expect(await outcomes(cwd, '--scenario', 'Ports are changed')).toEqual(['more/b.sup Ports are changed: broken']);
    });

    test('assumes what the configuration says, unless the scenario says otherwise', async () => {
        const text = scenario('Early', '1 day', 'expect CEN synchronized by 3h');
        const quick = '{ "simulation": { "firstSynchronization": "30 minutes" } }';
        const slow = text.replace('expect', 'assume { first synchronization: 2 hours }\n  expect');
        expect(await outcomes(folderWith({ 'a.sup': text }))).toEqual(['a.sup Early: broken']);
        expect(await outcomes(folderWith({ 'a.sup': text, 'sup.config.json': quick }))).toEqual(['a.sup Early: held']);
        expect(await outcomes(folderWith({ 'a.sup': slow, 'sup.config.json': quick }))).toEqual(['a.sup Early: broken']);
    });

    test('is run although the plan has errors, which is said', async () => {
        const cwd = folderWith({ 'a.sup': calm, 'b.sup': 'hierarchy Tidewater\nbogus: 1\n' });
        const { code, stderr } = await sup(['test', 'a.sup'], { cwd });
        expect({ code, stderr }).toEqual({ code: 0, stderr: 'sup: the plans have 1 error, which `sup check` shows; what is simulated may differ from what is meant\n' });
    });

    test('is given up when too much happens, and then nothing is said of the plan', async () => {
        const { code, stdout } = await sup(['test', '--max-events', '5'], { cwd: folderWith({ 'a.sup': calm }) });
        expect(code).toBe(1);
        expect(stdout).toMatch(/^ {2}failed {4}Nothing happens\n {12}a\.sup:2:1 {2}The simulation was given up after 5 events: /m);
        expect(stdout).toMatch(/^1 scenario: 1 failed; 2 expectations: 2 untested\.$/m);
    });
});

describe('pretty', () => {
    test('shows what is broken, when, where and why', async () => {
        const { stdout, stderr } = await sup(['test'], { cwd: folderWith({ 'a.sup': calm, 'b.sup': drift, 'c.sup': idle }) });
        expect(stderr).toBe('');
        const lines = stdout.split('\n');
        expect(lines.slice(0, 7)).toEqual([
            'a.sup',
            '  held      Nothing happens',
            '',
            'b.sup',
            '  broken    Ports are changed',
            '            b.sup:5:3  broken: expect OSL synchronized within 4h of CEN',
            expect.stringMatching(/^ {14}2d 06:54, OSL: /) as string
        ]);
        expect(lines[7]).toBe('              What led to it:');
        expect(lines[8]).toMatch(/^ {16} 1d 03:30 .* Somebody sets the ports of WSUS on OSLSUP01 to 80, 443\. {2}b\.sup:4:3$/);
        expect(stdout).toMatch(/^ +2d 02:56 {2}OSL {2}SMS_WSUS_SYNC_MANAGER +6703 {2}X Synchronization failed: .* {2}plan\.sup:\d+:\d+$/m);
        expect(stdout).not.toContain('started in the console'); // the run by hand has no part in it
        expect(stdout).toMatch(/^c\.sup\n {2}untested {2}Nobody touches WSUS\n {12}c\.sup:3:3 {2}untested: expect CEN settings restored within 2h\n {14}Nothing in this run could have broken it/m);
        expect(stdout).toMatch(/^3 scenarios: 1 held, 1 broken, 1 untested; 5 expectations: 3 held, 1 broken, 1 untested\.$/m);
    });

    test('ends with the time of an update to the last client for each hierarchy, and its parts', async () => {
        const cwd = folderWith({ 'a.sup': scenario('A fortnight', '2 weeks', 'expect no errors at all sites'), 'b.sup': calm, 'c.sup': 'scenario "Alone" for 1 day { }\n' });
        const { stdout } = await sup(['test'], { cwd });
        const [, tidewaterBlock, aloneBlock] = /\nTidewater \(A fortnight\)\n([^]*)\n\nc\.sup\n([^]*)$/.exec(stdout) ?? [];
        expect(tidewaterBlock).toMatch(/^ {2}A new update took up to .* to the last client \(.*, against (CEN|OSL)SUP01\):\n {4}.* until CEN synchronized on schedule\n/);
        expect(aloneBlock).toMatch(/^ {2}In this run no new update reached every client/);
    });

    test('colours only for a terminal that wants it', async () => {
        const cwd = folderWith({ 'b.sup': drift });
        expect((await sup(['test'], { cwd, env: { FORCE_COLOR: '1' } })).stdout).toContain('\x1b[31mbroken');
        expect((await sup(['test'], { cwd })).stdout).not.toContain('\x1b');
    });
});

describe('json', () => {
    test('has every scenario, expectation and breach, with their places', async () => {
        const { code, stdout } = await sup(['test', '--format', 'json'], { cwd: folderWith({ 'b.sup': drift }) });
        expect(code).toBe(1);
        expect(JSON.parse(stdout)).toMatchObject({
            scenarios: [{
                file: 'b.sup', title: 'Ports are changed', hierarchy: 'Tidewater', outcome: 'broken', problems: [],
                range: { start: { line: 1, character: 0 } },
                expectations: [{
                    text: 'expect OSL synchronized within 4h of CEN', verdict: 'broken',
                    range: { start: { line: 4, character: 2 }, end: { line: 4, character: 42 } },
                    breach: {
                        minute: 2 * 1440 + 6 * 60 + 54, time: '2d 06:54', subject: 'OSL',
                        needed: [{ file: 'b.sup', text: 'at 1d 03:30: set OSLSUP01 ports to 80, 443' }],
                        chain: expect.arrayContaining([expect.objectContaining({ site: 'OSL', status: 6703, severity: 'error', kind: 'sync-failed' })]) as object[]
                    }
                }, { verdict: 'held', found: null, breach: null }]
            }],
            summary: { scenarios: { held: 0, broken: 1, failed: 0, untested: 0 }, expectations: { held: 1, broken: 1, untested: 0 }, planErrors: 0, troubles: [] }
        });
    });
});

describe('junit', () => {
    const hostile = scenario('<b> & \'c\' ]]> \x1b[2J \u202e \ufffe', '1 day', 'expect update "<&>" available at CEN', 'expect CEN synchronized', 'expect CEN synchonized', 'expect CEN settings restored within 2h');

    test('is XML, with a suite for each scenario and a case for each expectation', async () => {
        const { code, stdout } = await sup(['test', '--format', 'junit'], { cwd: folderWith({ 'b.sup': drift, 'c.sup': hostile }) });
        expect(code).toBe(1);
        const root = parseXml(stdout);
        expect(root).toMatchObject({ name: 'testsuites', attributes: { name: 'sup test', tests: '6', failures: '2', errors: '1', skipped: '1' } });
        const [first, second] = root.children;
        expect(first).toMatchObject({ attributes: { name: 'Ports are changed', file: 'b.sup', tests: '2', failures: '1', errors: '0', skipped: '0' } });
        expect(first!.children).toMatchObject([
            { name: 'testcase', attributes: { name: 'expect OSL synchronized within 4h of CEN', classname: 'Ports are changed', file: 'b.sup', line: '5' }, children: [{ name: 'failure' }] },
            { name: 'testcase', attributes: { name: 'expect CEN synchronized', line: '6' }, children: [] }
        ]);
        const [failure] = first!.children[0]!.children;
        expect(failure?.attributes['message']).toMatch(/^2d 06:54, OSL: /);
        expect(failure?.text).toMatch(/\n 1d 03:30 .*b\.sup:4:3\n[^]* 6703 {2}X .*plan\.sup:\d+:\d+\n/);
        expect(second!.attributes['name']).toBe('<b> & \'c\' ]]> \\x1b[2J \\u202e \ufffd');
        expect(second!.children.map(({ attributes: { name }, children }) => [name, children[0]?.name])).toEqual([
            ['runs as it is written', 'error'],
            ['expect update "<&>" available at CEN', 'failure'],
            ['expect CEN synchronized', undefined],
            ['expect CEN settings restored within 2h', 'skipped']
        ]);
    });

    test('holds nothing that a terminal obeys, nor do the others', async () => {
        const cwd = folderWith({ 'c.sup': hostile });
        for (const format of ['junit', 'pretty', 'json']) {
            expect((await sup(['test', '--format', format], { cwd })).stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
        }
    });
});

test('the same plans give the same bytes in every locale and time zone, whatever the disk lists first', async () => {
    const files = { 'z.sup': drift, 'ä.sup': calm, 'i/a.sup': idle, 'İ.sup': tidewater.replaceAll('Tidewater', 'İzmir') };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    for (const format of ['pretty', 'json', 'junit']) {
        const reports = await Promise.all([
            sup(['test', '--format', format], { cwd: folderWith(files), env: { LC_ALL: 'C', TZ: 'UTC' } }),
            sup(['test', '--format', format], { cwd: folderWith(reversed), env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kolkata' } })
        ]);
        expect(reports[0].stdout.length).toBeGreaterThan(500);
        expect(reports[1].stdout).toBe(reports[0].stdout);
    }
});

test('a reader that has seen enough ends the output quietly', async () => {
    const cwd = folderWith({ 'b.sup': drift });
    expect(await sup(['test'], { cwd, unread: 'stdout' })).toEqual({ code: 1, signal: null, stdout: '', stderr: '' });
    expect(await sh('$SUP test --format json | head -1', { cwd })).toEqual({ code: 0, signal: null, stdout: '{\n', stderr: '' });
});
