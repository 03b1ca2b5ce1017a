import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { simulate } from '../../cli/src/simulate/simulate.js';
import { sh, sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { fakeTerminal } from '../support/terminal.js';
import { scenario, tidewater } from '../support/tidewater.js';

const outage = scenario('The link is down', '3 days', 'at 1d: fail link of OSL for 1d', 'expect CEN synchronized');

function folderWith(files: Readonly<Record<string, string>> = {}): string {
    return temporaryFolder({ '.git/HEAD': '', 'plan.sup': tidewater, ...files });
}

interface Run {
    readonly hierarchy: string;
    readonly scenario: string | null;
    readonly minutes: number;
    readonly isComplete: boolean;
    readonly seed: number;
    readonly planErrors: readonly { readonly file: string; readonly text: string }[];
    readonly trace: readonly { readonly id: number; readonly minute: number; readonly kind: string; readonly cause: number | null }[];
    readonly sites: readonly { readonly site: string }[];
    readonly propagation: { readonly minutes: number; readonly parts: readonly { readonly minutes: number }[] } | null;
}

async function runs(cwd: string, ...args: string[]): Promise<readonly Run[]> {
    const { stdout } = await sup(['simulate', '--format', 'json', ...args], { cwd });
    return (JSON.parse(stdout) as { runs: Run[] }).runs;
}

/** Parses comma-separated values as RFC 4180 defines them. */
function records(csv: string): string[][] {
    expect(csv).toMatch(/^(?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r\n)+$/);
    return csv.split('\r\n').slice(0, -1).map(record => [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
}

describe('simulated runs', () => {
    test('simulates the plan as it is for long enough to answer', async () => {
        const [run, ...others] = await runs(folderWith({ 'a.sup': outage }));
        expect(others).toEqual([]);
        expect(run).toMatchObject({ hierarchy: 'Tidewater', scenario: null, minutes: 14 * 1440, isComplete: true, bound: 11_772, boundReason: null, boundClients: 'BER/intranet' });
        expect(run!.trace.filter(({ kind }) => kind === 'event')).toEqual([]);
        expect(run!.sites.map(({ site }) => site)).toEqual(['CEN', 'OSL', 'BER']);
    });

    test('simulates a scenario for its own or the given duration', async () => {
        const cwd = folderWith({ 'a.sup': outage });
        const [run] = await runs(cwd, '--scenario', 'The link is down');
        expect(run).toMatchObject({ scenario: 'The link is down', minutes: 3 * 1440 });
        expect(run!.trace.filter(({ kind }) => kind === 'event').map(({ minute }) => minute)).toEqual([1440, 2880]);
        expect((await runs(cwd, '--scenario', 'The link is down', '--for', '1 day 6 hours'))[0]?.minutes).toBe(1800);
    });

    test('simulates each hierarchy of the selected files once', async () => {
        const cwd = folderWith({ 'b.sup': 'hierarchy Tidewater\n', 'c.sup': tidewater.replace('hierarchy Tidewater', ''), 'd.sup': 'hierarchy Empty\n' });
        expect((await runs(cwd)).map(({ hierarchy }) => hierarchy)).toEqual(['Tidewater', 'c.sup']);
        expect((await runs(cwd, 'b.sup')).map(({ hierarchy, sites }) => [hierarchy, sites.length])).toEqual([['Tidewater', 3]]);
    });

    test('prefers the seed of the command line to that of the configuration', async () => {
        const configured = folderWith({ 'sup.config.json': '{ "simulation": { "seed": 7 } }' });
        const seed = async (...args: string[]): Promise<unknown> => (await runs(configured, ...args))[0]?.seed;
        expect([await seed(), await seed('--seed', '8')]).toEqual([7, 8]);
    });

    test('starts with a hierarchy that has run for weeks, unless the configuration says otherwise', async () => {
        const logOf = async (config: string): Promise<string> => {
            const { stdout } = await sup(['simulate', '--log'], { cwd: folderWith({ 'sup.config.json': config }) });
            return stdout.slice(0, stdout.indexOf('\nWithout failures'));
        };
        expect(await logOf('{}')).toBe(await logOf('{ "simulation": { "start": "settled" } }'));
        expect(await logOf('{ "simulation": { "start": "installed" } }')).not.toBe(await logOf('{}'));
    });

    test('names the errors of a plan in its result', async () => {
        const cwd = folderWith({ 'plan.sup': tidewater.replace('reports to CEN', 'reports to NIX') });
        const [run] = await runs(cwd);
        expect(run!.planErrors).toContainEqual(expect.objectContaining({ file: 'plan.sup', text: expect.stringContaining('NIX') as string }));
        expect((await sup(['simulate'], { cwd })).stdout).toMatch(/^Tidewater: .*\nThe plan has \d+ errors?, and the result shows (?:its|their) effect:\n {2}plan\.sup:\d+:\d+ {2}.*NIX/);
    });
});

describe('exit codes of simulate', () => {
    test('writes the log and exits with 1 at the limit of events', async () => {
        const { code, stdout, stderr } = await sup(['simulate', '--log', '--max-events', '8'], { cwd: folderWith() });
        expect(code).toBe(1);
        expect(stdout).toContain('WSUS synchronizes from Microsoft Update.');
        expect(stderr).toMatch(/^sup: Tidewater: The simulation was stopped after 8 events: .*\n$/);
        expect((await runs(folderWith(), '--max-events', '8'))[0]?.isComplete).toBe(false);
    });

    test.each<[string[], string]>([
        [['empty.sup'], 'sup: these files contain no sites to simulate'],
        [['plan.sup', '--scenario', 'x'], 'sup: these files contain no scenarios'],
        [['endless.sup', '--scenario', 'Endless'], 'sup: the scenario "Endless" has no duration; give one with --for'],
        [['--for', '3 years'], 'sup: option \'--for <duration>\' argument \'3 years\' is invalid. Expected a duration in whole weeks, days, hours or minutes, such as 4h, "1d 6h" or "2 weeks", up to "521 weeks".'],
        [['--for', '0d'], 'sup: option \'--for <duration>\' argument \'0d\' is invalid. Expected a duration in whole weeks, days, hours or minutes, such as 4h, "1d 6h" or "2 weeks", up to "521 weeks".']
    ])('exits with 2 and one message for %j', async (args, line) => {
        const cwd = folderWith({ 'empty.sup': 'hierarchy Empty\n', 'endless.sup': 'hierarchy Tidewater\nscenario "Endless" { }\n' });
        expect(await sup(['simulate', ...args], { cwd })).toEqual({ code: 2, signal: null, stdout: '', stderr: `${line}\n` });
    });

    test.skipIf(process.platform !== 'linux')('exits with 2 on a full disk', async () => {
        expect(await sh('$SUP simulate --for 520w > /dev/full', { cwd: folderWith() })).toMatchObject({ code: 2, stderr: 'sup: the output could not be written: no space is left on the device\n' });
    });
});

describe('pretty format of simulate', () => {
    test('writes no log unless it is requested', async () => {
        const { stdout } = await sup(['simulate'], { cwd: folderWith() });
        expect(stdout).toMatch(/^Tidewater: the plan as it is, for 14d\n\nWithout failures, a new update reaches the last client within 8d 4h 12m at most /);
        expect(stdout).not.toContain('SMS_WSUS');
    });

    test('writes the log, then the answers, the load and the state at the end', async () => {
        const { stdout, stderr } = await sup(['simulate', '--log', '--for', '2 weeks'], { cwd: folderWith() });
        expect(stderr).toBe('');
        expect(stdout).toMatch(/^Tidewater: the plan as it is, for 14d\n {1,2}0d 02:07 {2}CEN {2}SMS_WSUS_SYNC_MANAGER +6701 {4}Synchronization started: full, on schedule\.\n/);
        const [answer, compliance, sites, points, clients, links] = stdout.slice(stdout.indexOf('\nWithout failures')).trim().split('\n\n').map(block => block.split('\n'));
        expect(sites!.slice(1).map(line => line.split(/ {2,}/).slice(0, 2))).toEqual([['CEN', '14'], ['OSL', '14'], ['BER', 'none']].map(([code, count]) => [code, count]));
        expect(points!.slice(1).map(line => line.split(/ {2,}/).slice(0, 4))).toEqual([['CENSUP01', 'CEN', '100', '100'], ['OSLSUP01', 'OSL', '440', '440']]);
        expect(clients!.slice(1).map(line => line.split(/ {2,}/).slice(0, 4))).toContainEqual(['BER/intranet', '40', 'succeeded', 'OSLSUP01']);
        expect(links!.slice(1).map(line => line.split(' ')[0])).toEqual(['OSL', 'BER']);
        expect(answer!.findLast(line => !line.startsWith('  Assumed: '))).toMatch(/^ {2}In this run, a new update took up to .* to reach the last client /);
        expect(compliance!.map(line => line.split(/ {2,}/).at(-1))).toEqual(['All', '8d 3h 47m', '8d 4h 11m', '8d 4h 12m', '8d 4h 12m']);
    });
});

describe('CSV format of simulate', () => {
    test('writes a record with a place for each trace entry', async () => {
        const cwd = folderWith({ 'a.sup': outage });
        const [headings, ...rows] = records((await sup(['simulate', '--format', 'csv', '--scenario', 'The link is down'], { cwd })).stdout);
        expect(headings).toEqual(['hierarchy', 'scenario', 'id', 'minute', 'time', 'site', 'component', 'status', 'severity', 'kind', 'text', 'cause', 'because', 'file', 'line', 'column']);
        expect(rows.map(row => Number(row[2]))).toEqual(rows.map((_, i) => i));
        expect(rows.find(row => row[9] === 'event')).toEqual(['Tidewater', 'The link is down', expect.any(String) as string, '1440', '1d 00:00', '', 'Scenario', '', 'information', 'event', 'The link of OSL to its parent fails.', '', '', 'a.sup', '3', '3']);
    });

    test.each([
        ['=cmd|\'/c calc\'!A1', '\'=cmd|\'/c calc\'!A1'],
        ['+1', '\'+1'],
        ['-1', '\'-1'],
        ['@x', '\'@x'],
        ['＝1', '\'＝1'],
        ['\t=1', '\'    =1'],
        ['a, ""b"" =c', 'a, "b" =c'],
        ['\x1b[2J', '\\x1b[2J']
    ])('writes the title %j as the harmless cell %j', async (title, text) => {
        const cwd = folderWith({ 'a.sup': scenario(title, '1 hour', 'expect CEN synchronized') });
        const { stdout } = await sup(['simulate', '--format', 'csv', '--scenario', title.replaceAll('""', '"')], { cwd });
        const rows = records(stdout).slice(1);
        expect(new Set(rows.map(row => row[1]))).toEqual(new Set([text]));
        expect(rows.every(row => row.length === 16)).toBe(true);
    });
});

describe('JSON format of simulate', () => {
    test('contains the complete trace with causes before their effects, and the summary', async () => {
        const [run] = await runs(folderWith(), '--for', '2 weeks');
        expect(run!.trace.length).toBeGreaterThan(50);
        run!.trace.forEach(({ id, cause }, i) => {
            expect(id).toBe(i);
            expect(cause ?? -1).toBeLessThan(id);
        });
        expect(run!.propagation!.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(run!.propagation!.minutes);
    });

    test('writes chunks while the simulation runs', async () => {
        const { fake, written } = fakeTerminal();
        expect(await simulate([folderWith()], { format: 'json', for: 3000 * 1440 }, fake)).toBe(0);
        const chunks = written.filter(text => text.startsWith('stdout: ')).map(text => text.slice('stdout: '.length));
        expect(chunks.length).toBeGreaterThan(4);
        expect(Math.max(...chunks.map(chunk => chunk.length))).toBeLessThan(2 ** 20);
        expect(JSON.parse(chunks.join(''))).toMatchObject({ runs: [{ isComplete: true }] });
    });
});

test('shows the progress of a long run on a terminal', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now += 2000);
    const { fake, written } = fakeTerminal();
    await simulate([folderWith()], { format: 'csv', for: 1000 * 1440 }, fake);
    vi.restoreAllMocks();
    const percentages = written.filter(text => text.startsWith('stderr: \r\x1b[KSimulating Tidewater (1 of 1): ')).map(text => Number(/(\d+)%$/.exec(text)?.[1]));
    expect(percentages.length).toBeGreaterThan(2);
    expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
    expect(written.lastIndexOf('stderr: \r\x1b[K')).toBe(written.length - 2); // erased before the last chunk
});

test('writes the same bytes in every locale and time zone', async () => {
    for (const format of ['pretty', 'json', 'csv']) {
        const args = ['simulate', '--format', format, '--scenario', 'The link is down'];
        const reports = await Promise.all([
            sup(args, { cwd: folderWith({ 'a.sup': outage }), env: { LC_ALL: 'C', TZ: 'UTC' } }),
            sup(args, { cwd: folderWith({ 'a.sup': outage }), env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'America/St_Johns' } })
        ]);
        expect(reports[0].stdout.length).toBeGreaterThan(1000);
        expect(reports[1].stdout).toBe(reports[0].stdout);
    }
});

test('ends the run when the reader closes stdout', async () => {
    const cwd = folderWith();
    expect(await sup(['simulate', '--for', '520w'], { cwd, closed: 'stdout' })).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
    writeFileSync(join(cwd, 'count.cjs'), `
        const { write } = process.stdout;
        let written = 0;
        process.stdout.write = function (chunk, ...rest) {
            written += chunk.length;
            return write.call(this, chunk, ...rest);
        };
        process.on('exit', () => require('node:fs').writeFileSync('written', String(written)));
    `);
    const charactersWritten = async (line: string, stdout: string): Promise<number> => {
        expect(await sh(line, { cwd, env: { NODE_OPTIONS: '--require ./count.cjs' } })).toEqual({ code: 0, signal: null, stdout, stderr: '' });
        return Number(readFileSync(join(cwd, 'written'), 'utf8'));
    };
    const ended = await charactersWritten('$SUP simulate --for 520w --format csv | head -1 | cut -c1-9', 'hierarchy\n');
    expect(ended).toBeGreaterThan(0);
    expect(ended).toBeLessThan(await charactersWritten('$SUP simulate --for 52w --format csv > csv', ''));
});
