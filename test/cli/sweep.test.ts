import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { tidewater } from '../support/tidewater.js';

const plans = { '.git/HEAD': '', 'plan.sup': tidewater };

interface SweptHierarchy {
    readonly hierarchy: string;
    readonly withImpact: number;
    readonly withoutImpact: number;
    readonly worst: readonly { readonly text: string; readonly clients: number; readonly failedHours: number; readonly staleHours: number }[];
}

async function sweep(cwd: string, ...args: string[]): Promise<readonly SweptHierarchy[]> {
    const { stdout } = await sup(['sweep', '--format', 'json', ...args], { cwd });
    return (JSON.parse(stdout) as { hierarchies: SweptHierarchy[] }).hierarchies;
}

describe('sweep', () => {
    test('ranks failures by their impact on clients', async () => {
        const [{ hierarchy, worst, withImpact, withoutImpact }] = await sweep(temporaryFolder(plans)) as [SweptHierarchy];
        expect(hierarchy).toBe('Tidewater');
        expect(worst).toHaveLength(withImpact);
        expect(worst.map(({ text }) => text)).toEqual(expect.arrayContaining(['CENSUP01', 'OSLSUP01', 'Microsoft Update', 'The link of OSL to its parent', 'The link of BER to its parent']));
        expect(withImpact + withoutImpact).toBe(5);
        const hours = worst.map(({ failedHours, staleHours }) => failedHours + staleHours);
        expect(hours).toEqual([...hours].sort((a, b) => b - a));
        // The clients of OSL and BER scan against OSLSUP01, and those of BER over its link.
        expect(worst.find(({ text }) => text === 'OSLSUP01')).toMatchObject({ clients: 440 });
        expect(worst.find(({ text }) => text.includes('BER'))).toMatchObject({ clients: 40, staleHours: expect.closeTo(40 * 141.88, 0) as number });
    });

    test('simulates failures of the given duration', async () => {
        const cwd = temporaryFolder(plans);
        const hoursOf = async (duration: string): Promise<number> => (await sweep(cwd, '--for', duration))[0]!.worst.find(({ text }) => text === 'Microsoft Update')?.staleHours ?? 0;
        expect(await hoursOf('1d')).toBe(0);
        expect(await hoursOf('2w')).toBeGreaterThan(await hoursOf('1w'));
    });

    test('lists the requested number of failures, and counts the others', async () => {
        const { code, stdout, stderr } = await sup(['sweep', '--top', '2'], { cwd: temporaryFolder(plans) });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout.split('\n')).toEqual([
            'Tidewater',
            'Each failure begins at 8d 00:00 of a run and lasts 7d; a short one has another effect at another time of day. Hours are summed over all clients.',
            expect.stringMatching(/^ {3}Failure +Clients affected +Client-hours without a scan +With a catalog over 2d old +Load that moves$/) as string,
            expect.stringMatching(/^1 {2}OSLSUP01 +440 +[\d,]+ +[\d,]+$/) as string,
            expect.stringMatching(/^2 {2}/) as string,
            '… and 3 more; use --top to list more.',
            '0 of 5 possible failures have no impact on clients.',
            ...['scan interval 7d', 'scan retry 1h', 'publish interval 1d', 'first scan size 30 MB', 'scan size 1 MB'].map(assumed => expect.stringMatching(new RegExp(`^Assumed: ${assumed} \\(.+\\)\\.$`)) as string),
            ''
        ]);
    });

    test('does not call failures harmless if clients are harmed without them', async () => {
        const cwd = temporaryFolder({ ...plans, 'plan.sup': tidewater.replace(/schedule: [^\n}]*/, 'schedule: manual') });
        const { stdout } = await sup(['sweep'], { cwd });
        expect(stdout).toMatch(/^Even without a failure, [\d,]+ clients are affected: 0 client-hours without a scan, [\d,]+ with a catalog over 2d old\. Failures count only with what they add to that\.$/m);
        expect(stdout).not.toContain('No single failure keeps');
    });

    test('sweeps each hierarchy', async () => {
        const cwd = temporaryFolder({ ...plans, 'a.sup': tidewater.replaceAll('Tidewater', 'Harbour') });
        expect((await sweep(cwd)).map(({ hierarchy, withImpact }) => [hierarchy, withImpact])).toEqual([['Harbour', 5], ['Tidewater', 5]]);
    });

    test.skipIf(process.platform === 'win32')('ends a sweep at once on SIGINT', async () => {
        const preload = 'let calls = 0;\nconst { now } = performance;\nperformance.now = () => { if (++calls === 6) { process.kill(process.pid, "SIGINT"); } return now.call(performance); };\n';
        const base = temporaryFolder({ 'plans/plan.sup': tidewater, 'preload.cjs': preload });
        expect(await sup(['sweep', 'plans'], { cwd: base, preload: join(base, 'preload.cjs') })).toEqual({ code: null, signal: 'SIGINT', stdout: '', stderr: '' });
    });

    test('exits with 1 at the limit of events', async () => {
        expect(await sup(['sweep', '--max-events', '20'], { cwd: temporaryFolder(plans) })).toEqual({
            code: 1, signal: null, stdout: '', stderr: 'sup: The simulation was stopped after 20 events: something in it happens too often for a run of this length.\n'
        });
    });
});

describe('advise', () => {
    const second = tidewater.replaceAll('Tidewater', 'Harbour').replace('clients: 40 ', 'clients: 4000 ');

    test('advises on each secondary site, with reasons', async () => {
        const { code, stdout, stderr } = await sup(['advise'], { cwd: temporaryFolder({ ...plans, 'z.sup': second }) });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toMatch(/^Tidewater\n\nThe figures do not decide whether BER should have its own software update point: .*\n {2}With a link of 668 kbps or more, the site needs no software update point of its own\./);
        expect(stdout).toMatch(/^Harbour\n\nBER should have its own software update point: .*\n {2}With a link of [\d.]+ Mbps or more, the site needs no software update point of its own\./m);
        expect(stdout.match(/^Assumed: scan interval 7d /gm)).toHaveLength(2);
    });

    test('uses the assumptions of the configuration for advice', async () => {
        const assumed = { ...plans, 'sup.config.json': '{ "simulation": { "firstScanSize": "300 MB" } }' };
        expect((await sup(['advise'], { cwd: temporaryFolder(assumed) })).stdout).toMatch(/^BER should have its own /m);
    });

    test('writes advice with figures as JSON', async () => {
        const { stdout } = await sup(['advise', '--format', 'json', '--site', 'BER'], { cwd: temporaryFolder(plans) });
        expect(JSON.parse(stdout)).toMatchObject({ hierarchies: [{ hierarchy: 'Tidewater', sites: [{
            file: 'plan.sup', site: 'BER', parent: 'OSL', hasOwn: false, recommendation: 'close', reason: 'between', blocked: false, clients: 40, bandwidth: 512,
            onceForScans: 1200, onceForReplica: 200, turningPoints: { parentUpTo: 30, ownFrom: 185 }, assumed: { scanSize: 1, catalogSize: 200 }
        }] }] });
    });

    test('exits with 2 for advice on unknown sites', async () => {
        expect(await sup(['advise', '--site', 'BER', '--site', 'OSL', '--site', 'XYZ'], { cwd: temporaryFolder(plans) })).toMatchObject({
            code: 2, stdout: '', stderr: 'sup: no secondary site with a parent has the code OSL or XYZ in these files\n'
        });
    });

    test('names the errors of a plan in the advice', async () => {
        const cwd = temporaryFolder({ ...plans, 'z.sup': 'hierarchy Tidewater\nsecondary site NUL reports to OSL { clients: 3 intranet }\n' });
        expect((await sup(['advise'], { cwd })).stdout).toMatch(/^Tidewater\nThe plan has \d+ errors?, and the result shows (?:its|their) effect:\n(?: {2}.*\n)* {2}z\.sup:2:\d+ {2}.*NUL/);
        const { stdout } = await sup(['advise', '--format', 'json'], { cwd });
        expect((JSON.parse(stdout) as { hierarchies: readonly { planErrors: readonly unknown[] }[] }).hierarchies[0]!.planErrors).toContainEqual(expect.objectContaining({ file: 'z.sup', rule: 'site-code-reserved' }));
    });

    test('states that there are no secondary sites to advise on', async () => {
        const { code, stdout } = await sup(['advise'], { cwd: temporaryFolder({ 'a.sup': 'primary site ABC { }\n' }) });
        expect({ code, stdout }).toEqual({ code: 0, stdout: 'There are no secondary sites to advise on.\n' });
    });
});

test.each(['pretty', 'json'])('writes the same bytes as %s in every locale and time zone', async format => {
    for (const command of ['sweep', 'advise']) {
        const reports = await Promise.all([
            sup([command, '--format', format], { cwd: temporaryFolder(plans), env: { LC_ALL: 'C', TZ: 'UTC' } }),
            sup([command, '--format', format], { cwd: temporaryFolder(plans), env: { LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8', TZ: 'Pacific/Apia' } })
        ]);
        expect(reports[0].stdout.length).toBeGreaterThan(300);
        expect(reports[1].stdout).toBe(reports[0].stdout);
    }
});

test.each(['sweep', 'advise'])('%s ends quietly when the reader closes stdout', async command => {
    expect(await sup([command], { cwd: temporaryFolder(plans), closed: 'stdout' })).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
});
