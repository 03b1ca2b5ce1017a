import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plansOf, type Simulated, simulatedPlan } from '../support/simulated.js';

// The plans of test/rules/field-cases show in the simulation what people saw in the field, and for the same reason. A `-stated` plan states what
// the plan of the same name leaves out; the scenario of the latter breaks where the simulation cannot know the reason, and the message helps.

const folder = new URL('../rules/field-cases/', import.meta.url);

/** Runs the scenarios of a case, with additional lines at the end of each. */
function runsOf(name: string, ...lines: readonly string[]): readonly Simulated[] {
    const text = readFileSync(new URL(`${name}.sup`, folder), 'utf8');
    return plansOf(text.replace(/^scenario [^]*?^(?=\})/gm, scenario => `${scenario}${lines.join('\n')}\n`)).map(plan => simulatedPlan(plan));
}

function runOf(name: string, ...lines: readonly string[]): Simulated {
    return runsOf(name, ...lines)[0]!;
}

/** The reasons of failures at a site, without repetitions. */
function reasonsAt(site: string, { entries }: Simulated): readonly string[] {
    return [...new Set(entries.flatMap(({ details, site: at, severity }) => at === site && severity === 'error'
        ? 'obstacle' in details ? `${details.kind}: ${details.obstacle.kind}` : details.kind === 'scan-failed' ? `scan-failed: ${details.result}` : [] : []))];
}

const breachesOf = ({ result }: Simulated): readonly (string | undefined)[] => result.judgements.map(({ breach }) => breach?.actual);

test('a role without SSL cannot use WSUS that requires SSL', () => {
    const run = runOf('ssl-on-wsus-only');
    expect(run.verdicts).toEqual(['held', 'held']);
    expect(reasonsAt('SAW', run)).toEqual(['configuration-failed: ssl-mismatch', 'sync-failed: ssl-mismatch']);
});

test('a console without a service pack cannot configure a later WSUS', () => {
    const run = runOf('console-version');
    expect(run.verdicts).toEqual(['held', 'held']);
    expect(reasonsAt('COO', run)).toEqual(['configuration-failed: console-too-old', 'sync-failed: console-too-old']);
});

test('a Group Policy without a port conflicts with the address that clients write', () => {
    const run = runOf('gpo-without-port');
    expect(run.verdicts).toEqual(['held']);
    expect(reasonsAt('CAR', run)).toEqual(['scan-failed: group-policy-conflict']);
});

test('a proxy server without an address lets nothing through', () => {
    const run = runOf('proxy-without-address');
    expect(run.verdicts).toEqual(['broken']);
    expect(reasonsAt('POT', run)).toEqual(['sync-failed: proxy']);
});

test('a server for too many clients refuses scans for hours after the roll-out, and completes them', () => {
    const run = runOf('app-pool-503', 'expect clients of HAR fail to scan with busy by 6h');
    expect(run.verdicts).toEqual(['held', 'held', 'held', 'held']);
    expect(reasonsAt('HAR', run)).toContain('sync-failed: wsus-down');
    expect(run.result.summary.points[0]!.refusedScans).toBeGreaterThan(10_000);
});

test('a child that selects other products than the top site does not get their updates, and the message says why', () => {
    expect(breachesOf(runOf('child-settings'))).toEqual(['The update was unknown at MAD: the top site MAR does not synchronize the product Forefront. Only its selection counts.']);
});

test('clients do not use an inactive software update point, and the message says why', () => {
    const run = runOf('unreachable-zone');
    expect(run.verdicts).toEqual(['held', 'broken']);
    expect(breachesOf(run)[1]).toBe('The scan of CIT/Gateway zone against CITUPD01 succeeded. CITGWY01 has no active software update point, and Configuration Manager 2007 does not switch clients to an inactive one.');
});

test('clients that cannot reach the only active software update point do not use an inactive one', () => {
    const run = runOf('unreachable-zone-stated');
    expect(run.verdicts).toEqual(['held', 'held', 'broken']);
    expect(reasonsAt('CIT', run)).toEqual(['scan-failed: unreachable']);
});

test('clients find no software update point in a forest without trust, since it never synchronizes without an account', () => {
    const run = runOf('untrusted-forest-stated');
    expect(run.verdicts).toEqual(['held', 'held']);
    expect(reasonsAt('EMB', run)).toEqual(['sync-failed: untrusted-forest', 'scan-failed: no-location']);
});

test('a forest whose trust the plan does not state counts as trusted', () => {
    expect(breachesOf(runOf('untrusted-forest'))).toEqual(['The scan of EMB/internet against EMBPER01 succeeded.']);
});

test('a replica behind a blocked connection fails each hour while the other one synchronizes', () => {
    const run = runOf('replica-over-vpn-stated');
    expect(run.verdicts).toEqual(['held', 'held', 'held', 'broken', 'held']);
    expect(reasonsAt('GLC', run)).toEqual(['sync-failed: blocked']);
    expect(run.when('notification-arrived').filter(each => each.endsWith('GLC'))).toHaveLength(12);
});

test('a replica behind a link that is down is silent, and the message says how to fail its connection alone', () => {
    const run = runOf('replica-over-vpn');
    expect(run.verdicts).toEqual(['held', 'held', 'broken', 'broken']);
    expect(breachesOf(run)[2]).toBe('By 12d 00:00 it did not happen at GLC: its link was down until 9d 06:00, so no notification arrived, and GLC did not start a run. To let notifications through and fail only the connection of WSUS, write `block GLCUPD01 from GLAUPD01`.');
});

test('the first scans of a branch fill its link for more than a day', () => {
    const run = runOf('patch-tuesday-wan', 'expect clients of MEB scan by 1d 16h');
    expect(run.verdicts).toEqual(['broken', 'broken', 'held']);
    expect(run.entries.filter(({ details }) => details.kind === 'scan-skipped').map(({ site }) => site)).toEqual(['MEB']);
});

test('clients that move to the software update point of the parent fetch its whole catalog over the link', () => {
    const run = runOf('secondary-down-surge');
    expect(run.verdicts).toEqual(['held', 'held', 'held', 'broken']);
    // 300 clients with 60 MB each.
    const { scanMegabytes } = run.result.summary.sites.find(({ site }) => site.code === 'VIC')!.link;
    expect(scanMegabytes).toBeGreaterThan(18_000);
    expect(scanMegabytes).toBeLessThan(24_000);
});

test.each(['design-three-tiers', 'design-remote-offices', 'heartbeat'])('the scenarios of %s hold', name => {
    for (const run of runsOf(name, 'expect all clients scan')) {
        expect(new Set(run.verdicts)).toEqual(new Set(['held']));
        const failures = run.entries.filter(({ severity, component }) => severity === 'error' && component !== 'Client');
        expect(run.scenario.events.length > 0 ? [] : failures).toEqual([]);
    }
});

test('runs every scenario of the cases', () => {
    const source = readFileSync(new URL(import.meta.url), 'utf8');
    const withoutScenario = 'ssl-directories.sup';
    expect(readdirSync(folder).filter(name => name !== withoutScenario && !source.includes(`'${name.replace('.sup', '')}'`))).toEqual([]);
});
