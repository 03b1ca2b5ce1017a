import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planOf, type Simulated, simulatedPlan } from '../support/simulated.js';

// The plans of test/rules/field-cases show in the simulation what people saw in the field, and for the same reason.

function simulated(name: string, duration: string, ...lines: readonly string[]): Simulated {
    const text = readFileSync(new URL(`../rules/field-cases/${name}.sup`, import.meta.url), 'utf8');
    return simulatedPlan(planOf(text, duration, ...lines));
}

/** The reasons of failures at a site, without repetitions. */
function reasonsAt(site: string, { entries }: Simulated): readonly string[] {
    return [...new Set(entries.flatMap(({ details, site: at, severity }) => at === site && severity === 'error'
        ? 'obstacle' in details ? `${details.kind}: ${details.obstacle.kind}` : details.kind === 'scan-failed' ? `scan-failed: ${details.result}` : [] : []))];
}

test('a role without SSL cannot use WSUS that requires SSL', () => {
    const run = simulated('ssl-on-wsus-only', '4 days', 'expect SAW synchronized never', 'expect status 6703 at SAW');
    expect(run.verdicts).toEqual(['held', 'held']);
    expect(reasonsAt('SAW', run)).toEqual(['configuration-failed: ssl-mismatch', 'sync-failed: ssl-mismatch']);
});

test('a console without a service pack cannot configure a later WSUS', () => {
    const run = simulated('console-version', '3 days', 'expect COO synchronized never', 'expect status 6703 at COO');
    expect(run.verdicts).toEqual(['held', 'held']);
    expect(reasonsAt('COO', run)).toEqual(['configuration-failed: console-too-old', 'sync-failed: console-too-old']);
});

test('a Group Policy without a port conflicts with the address that clients write', () => {
    const run = simulated('gpo-without-port', '9 days', 'expect clients of CAR fail to scan with group policy conflict');
    expect(run.verdicts).toEqual(['held']);
    expect(reasonsAt('CAR', run)).toEqual(['scan-failed: group-policy-conflict']);
});

test('a proxy server without an address lets nothing through', () => {
    expect(reasonsAt('POT', simulated('proxy-without-address', '3 days'))).toEqual(['sync-failed: proxy']);
});

test('a server for too many clients refuses scans for hours after the roll-out, and completes them', () => {
    const run = simulated('app-pool-503', '6 days', 'assume { scan interval: 1 day }', 'at 3d: fail WSUS of HARUPD01 for 2d',
        'expect clients of HAR fail to scan with busy by 6h', 'expect status 6703 at HAR at least 2 times after 3d', 'expect clients of HAR fail to scan with unreachable by 4d', 'expect clients of HAR scan');
    expect(run.verdicts).toEqual(['held', 'held', 'held', 'held']);
    expect(reasonsAt('HAR', run)).toContain('sync-failed: wsus-down');
    expect(run.result.summary.points[0]!.refusedScans).toBeGreaterThan(10_000);
});

test('a child that selects other products than the top site does not get their updates, and the message says why', () => {
    const { result } = simulated('child-settings', '15 days', 'at 2d 12h: publish update "Definitions of day 2" of product "Forefront" as "Definition Updates"', 'expect update "Definitions of day 2" available at MAD by 5d');
    expect(result.judgements[0]!.breach!.actual).toBe('The update was unknown at MAD: the top site MAR does not synchronize the product Forefront. Only its selection counts.');
});

test('clients that cannot reach the only active software update point do not use an inactive one', () => {
    const run = simulated('unreachable-zone', '10 days', 'expect clients "Office" scan against CITUPD01', 'expect clients "Gateway zone" fail to scan with unreachable', 'expect clients "Gateway zone" scan against CITGWY01');
    expect(run.verdicts).toEqual(['held', 'held', 'broken']);
});

test('a software update point in a forest without trust never synchronizes without an account', () => {
    const run = simulated('untrusted-forest', '4 days', 'expect Internet clients of EMB fail to scan with no location', 'expect intranet clients of EMB scan');
    expect(reasonsAt('EMB', run)).toContain('sync-failed: untrusted-forest');
    expect(run.verdicts[0]).toBe('broken');
});

test('a replica behind a blocked connection fails each hour while the other one synchronizes', () => {
    const run = simulated('replica-over-vpn', '12 days', 'at 4d 06:00: block GLCUPD01 from GLAUPD01 for 5d',
        'expect GLB synchronized within 24h of GLA', 'expect no errors at GLB', 'expect status 6703 at GLC at least 90 times after 4d', 'expect catalog of GLC at most 3d old always', 'expect clients of GLC fail to scan with unreachable never');
    expect(run.verdicts).toEqual(['held', 'held', 'held', 'broken', 'held']);
    expect(reasonsAt('GLC', run)).toEqual(['sync-failed: blocked']);
    expect(run.when('notification-arrived').filter(each => each.endsWith('GLC'))).toHaveLength(12);
});

test('the first scans of a branch fill its link for more than a day', () => {
    const run = simulated('patch-tuesday-wan', '15 days', 'assume { first scan size: 60 MB\nscan size: 20 MB\nscan interval: 1 day }',
        'expect traffic on link of MEB at most 20000 MB', 'expect clients of MEB scan by 1d', 'expect clients of MEB scan by 1d 16h');
    expect(run.verdicts).toEqual(['broken', 'broken', 'held']);
    expect(run.entries.filter(({ details }) => details.kind === 'scan-skipped').map(({ site }) => site)).toEqual(['MEB']);
});

test('clients that move to the software update point of the parent fetch its whole catalog over the link', () => {
    const run = simulated('secondary-down-surge', '28 days', 'assume { first scan size: 60 MB\nscan size: 1 MB\nscan interval: 1 day }', 'at 10d: stop VICUPD01 for 3d',
        'expect clients of VIC scan against VINUPD01 by 12d', 'expect clients of VIC scan against VICUPD01', 'expect traffic on link of VIC at most 5000 MB by 10d', 'expect traffic on link of VIC at most 15000 MB');
    expect(run.verdicts).toEqual(['held', 'held', 'held', 'broken']);
    // 300 clients with 60 MB each.
    const { scanMegabytes } = run.result.summary.sites.find(({ site }) => site.code === 'VIC')!.link;
    expect(scanMegabytes).toBeGreaterThan(18_000);
    expect(scanMegabytes).toBeLessThan(24_000);
});

test.each(['design-three-tiers', 'design-remote-offices', 'heartbeat', 'ssl-directories'])('clients of every site scan in %s', name => {
    const run = simulated(name, '16 days', 'expect all clients scan');
    expect(run.verdicts).toEqual(['held']);
    expect(run.entries.filter(({ severity, component }) => severity === 'error' && component !== 'Client')).toEqual([]);
});
