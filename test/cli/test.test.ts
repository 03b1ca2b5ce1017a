import { describe, expect, test } from 'vitest';
import { sh, sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { scenario, tidewater } from '../support/tidewater.js';
import { parseXml } from '../support/xml.js';

const uneventful = scenario('Nothing happens', '2 days', 'expect CEN synchronized by 6h', 'expect no errors at all sites');
const portsChanged = scenario('Ports are changed', '5 days',
    'at 12h: synchronize CEN now', 'at 1d 03:30: set OSLSUP01 ports to 80, 443', 'expect OSL synchronized within 4h of CEN', 'expect CEN synchronized');
const idle = scenario('WSUS is left alone', '1 day', 'expect CEN settings restored within 2h');

/** A workspace with the hierarchy in one file, and scenarios in others. */
function folderWith(files: Readonly<Record<string, string>>): string {
    return temporaryFolder({ '.git/HEAD': '', 'plan.sup': tidewater, ...files });
}

async function outcomes(cwd: string, ...args: string[]): Promise<string[]> {
    const { scenarios } = JSON.parse((await sup(['test', '--format', 'json', ...args], { cwd })).stdout) as { scenarios: { file: string; title: string; outcome: string }[] };
    return scenarios.map(({ file, title, outcome }) => `${file} ${title}: ${outcome}`);
}

describe('exit codes of test', () => {
    test.each<[string, string, number]>([
        ['every expectation holds', uneventful, 0],
        ['an expectation is untested', idle, 0],
        ['an expectation is broken', portsChanged, 1],
        ['a line cannot be read', scenario('Typing', '1 day', 'expect CEN synchronized', 'expect CEN synchonized'), 1],
        ['a line has a character without meaning', scenario('Typing', '1 day', 'at -1h: stop CENSUP01 for 1m', 'expect CEN synchronized'), 1],
        ['an assumption has a character without meaning', scenario('Typing', '1 day', 'assume { scan interval: -5 days }', 'expect CEN synchronized'), 1],
        ['a name does not exist', scenario('Typing', '1 day', 'at 1h: stop CENSUP99', 'expect CEN synchronized'), 1],
        ['a scenario has no duration', 'hierarchy Tidewater\nscenario "Endless" {\n  expect CEN synchronized\n}\n', 1]
    ])('exits with the documented code when %s', async (_, text, code) => {
        expect((await sup(['test'], { cwd: folderWith({ 'scenarios.sup': text }) })).code).toBe(code);
    });

    test.each<[string[], string]>([
        [['plan.sup'], 'sup: these files contain no scenarios'],
        [['--scenario', 'Nothing'], 'sup: no scenario has the title "Nothing"; the existing titles are "Nothing happens", "Ports are changed"'],
        [['--seed', 'x'], "sup: option '--seed <number>' argument 'x' is invalid. Expected a whole number from 0 to 999,999,999."],
        [['--format', 'sarif'], "sup: option '--format <format>' argument 'sarif' is invalid. Allowed choices are pretty, json, junit."],
        [['missing.sup'], 'sup: missing.sup: there is no such file or folder']
    ])('exits with 2 and one message for %j', async (args, line) => {
        const cwd = folderWith({ 'a.sup': uneventful, 'b.sup': portsChanged });
        expect(await sup(['test', ...args], { cwd })).toEqual({ code: 2, signal: null, stdout: '', stderr: `${line}\n` });
    });

    test('writes the report and exits with 2 for an invalid configuration', async () => {
        const cwd = folderWith({ 'a.sup': uneventful, 'sup.config.json': '{ "simulation": { "seed": -1 } }' });
        const { code, stdout, stderr } = await sup(['test'], { cwd });
        expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^sup: sup\.config\.json:1:\d+: .*seed.*\n$/) as string });
        expect(stdout).toMatch(/^1 scenario: 1 held/m);
    });
});

describe('tested scenarios', () => {
    test('runs the scenarios of the selected files in the hierarchy of all files', async () => {
        const cwd = folderWith({ 'a.sup': uneventful, 'more/b.sup': portsChanged });
        expect(await outcomes(cwd)).toEqual(['a.sup Nothing happens: held', 'more/b.sup Ports are changed: broken']);
        expect(await outcomes(cwd, 'a.sup')).toEqual(['a.sup Nothing happens: held']);
        expect(await outcomes(cwd, '--scenario', 'Ports are changed')).toEqual(['more/b.sup Ports are changed: broken']);
    });

    test('uses the assumptions of the configuration unless the scenario overrides them', async () => {
        const text = scenario('Early', '1 day', 'expect CEN synchronized by 3h');
        const halfAnHour = '{ "simulation": { "firstSynchronization": "30 minutes" } }';
        const twoHours = text.replace('expect', 'assume { first synchronization: 2 hours }\n  expect');
        expect(await outcomes(folderWith({ 'a.sup': text }))).toEqual(['a.sup Early: broken']);
        expect(await outcomes(folderWith({ 'a.sup': text, 'sup.config.json': halfAnHour }))).toEqual(['a.sup Early: held']);
        expect(await outcomes(folderWith({ 'a.sup': twoHours, 'sup.config.json': halfAnHour }))).toEqual(['a.sup Early: broken']);
    });

    test('runs scenarios of plans with errors, and warns about the errors', async () => {
        const cwd = folderWith({ 'a.sup': uneventful, 'b.sup': 'hierarchy Tidewater\nbogus: 1\n' });
        const { code, stderr } = await sup(['test', 'a.sup'], { cwd });
        expect({ code, stderr }).toEqual({ code: 0, stderr: 'sup: the plans have 1 error, so the simulation may differ from what you intend; run `sup check` to see it\n' });
    });

    test('stops at the limit of events, and reports no verdicts', async () => {
        const { code, stdout } = await sup(['test', '--max-events', '5'], { cwd: folderWith({ 'a.sup': uneventful }) });
        expect(code).toBe(1);
        expect(stdout).toMatch(/^ {2}failed {4}Nothing happens\n {12}a\.sup:2:1 {2}The simulation was stopped after 5 events: /m);
        expect(stdout).toMatch(/^1 scenario: 1 failed; 2 expectations: 2 untested\.$/m);
    });
});

describe('pretty format of test', () => {
    test('shows which expectations are broken, when, where and why', async () => {
        const { stdout, stderr } = await sup(['test'], { cwd: folderWith({ 'a.sup': uneventful, 'b.sup': portsChanged, 'c.sup': idle }) });
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
        expect(lines[7]).toBe('              Events that led to it, in a run with only 1 of the 2 events of the scenario:');
        expect(lines[8]).toMatch(/^ {16} 1d 03:30 .* An administrator sets the ports of WSUS on OSLSUP01 to 80, 443\. {2}b\.sup:4:3$/);
        expect(stdout).toMatch(/^ +2d 02:56 {2}OSL {2}SMS_WSUS_SYNC_MANAGER +6703 {2}X Synchronization failed: .* {2}plan\.sup:\d+:\d+$/m);
        expect(stdout).not.toContain('started in the console'); // the manual synchronization is not a cause
        expect(stdout).toMatch(/^c\.sup\n {2}untested {2}WSUS is left alone\n {12}c\.sup:3:3 {2}untested: expect CEN settings restored within 2h\n {14}The run did not test the expectation: nothing happened that could have broken it\./m);
        expect(stdout).toMatch(/^3 scenarios: 1 held, 1 broken, 1 untested; 5 expectations: 3 held, 1 broken, 1 untested\.$/m);
    });

    test('shows the propagation of an update to the last client for each hierarchy', async () => {
        const cwd = folderWith({ 'a.sup': scenario('A fortnight', '2 weeks', 'expect no errors at all sites'), 'b.sup': uneventful, 'c.sup': 'scenario "Alone" for 1 day { }\n' });
        const { stdout } = await sup(['test'], { cwd });
        const [, tidewaterBlock, aloneBlock] = /\nTidewater \(A fortnight\)\n([^]*)\n\nc\.sup\n([^]*)$/.exec(stdout) ?? [];
        expect(tidewaterBlock).toMatch(/^ {2}In this run, a new update took up to .* to reach the last client \(.*, against (CEN|OSL)SUP01\):\n {4}.* until CEN synchronized on schedule\n/);
        expect(aloneBlock).toMatch(/^ {2}In this run, no new update reached every client\./);
    });

    test('uses color only on a terminal that supports it', async () => {
        const cwd = folderWith({ 'b.sup': portsChanged });
        expect((await sup(['test'], { cwd, env: { FORCE_COLOR: '1' } })).stdout).toContain('\x1b[31mbroken');
        expect((await sup(['test'], { cwd })).stdout).not.toContain('\x1b');
    });
});

describe('JSON format of test', () => {
    test('contains every scenario, expectation and breach with its place', async () => {
        const { code, stdout } = await sup(['test', '--format', 'json'], { cwd: folderWith({ 'b.sup': portsChanged }) });
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

describe('JUnit format of test', () => {
    const hostile = scenario('<b> & \'c\' ]]> \x1b[2J \u202e \ufffe', '1 day', 'expect update "<&>" available at CEN', 'expect CEN synchronized', 'expect CEN synchonized', 'expect CEN settings restored within 2h');

    test('writes XML with a suite for each scenario and a case for each expectation', async () => {
        const { code, stdout } = await sup(['test', '--format', 'junit'], { cwd: folderWith({ 'b.sup': portsChanged, 'c.sup': hostile }) });
        expect(code).toBe(1);
        const root = parseXml(stdout);
        expect(root).toMatchObject({ name: 'testsuites', attributes: { name: 'sup test', tests: '6', failures: '1', errors: '1', skipped: '3' } });
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
            ['expect update "<&>" available at CEN', 'skipped'],
            ['expect CEN synchronized', 'skipped'],
            ['expect CEN settings restored within 2h', 'skipped']
        ]);
    });

    test('escapes control characters in all formats of test', async () => {
        const cwd = folderWith({ 'c.sup': hostile });
        for (const format of ['junit', 'pretty', 'json']) {
            expect((await sup(['test', '--format', format], { cwd })).stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
        }
    });
});

test('writes the same bytes in every locale, time zone and order of files on disk', async () => {
    const files = { 'z.sup': portsChanged, 'ä.sup': uneventful, 'i/a.sup': idle, 'İ.sup': tidewater.replaceAll('Tidewater', 'İzmir') };
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

test('ends quietly when the reader closes stdout', async () => {
    const cwd = folderWith({ 'b.sup': portsChanged });
    expect(await sup(['test'], { cwd, closed: 'stdout' })).toEqual({ code: 1, signal: null, stdout: '', stderr: '' });
    expect(await sh('$SUP test --format json | head -1', { cwd })).toEqual({ code: 0, signal: null, stdout: '{\n', stderr: '' });
});
