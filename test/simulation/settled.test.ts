import { expect, test } from 'vitest';
import { child, secondary, simulated, top } from '../support/simulated.js';

// CEN synchronizes at 02:00 every day, OSL and BER follow.

const plan = top + child + secondary;
const settled = 'assume { start: settled }';

test('starts a settled hierarchy with a catalog everywhere and clients that have scanned', () => {
    const { verdicts } = simulated(plan, '1 hour', settled, 'expect all clients scan always', 'expect all sites match CEN always', 'expect catalog of all sites at most 23h old always');
    expect(verdicts).toEqual(['held', 'held', 'held']);
});

test('starts a hierarchy that has just been installed without a catalog', () => {
    expect(simulated(plan, '1 hour', 'expect all clients scan').verdicts).toEqual(['broken']);
});

test('synchronizes a settled hierarchy for the usual time from the first scheduled run on', () => {
    expect(simulated(plan, '1 day', settled).when('sync-done')).toEqual(['0d 02:47 CEN', '0d 03:11 OSL', '0d 03:35 BER']);
});

test('continues a schedule in hours that begins late on its first day', () => {
    // Three-hourly from 23:20 on: in a hierarchy that has run for weeks also at 02:20 and 05:20, with the last run at 23:20 of the day before.
    const late = plan.replace('every 1 day at 02:00', 'every 3 hours at 23:20');
    expect(simulated(late, '6 hours', settled).when('sync-started').filter(each => each.endsWith('CEN'))).toEqual(['0d 02:20 CEN', '0d 05:20 CEN']);
    expect(simulated(late, '1 day').when('sync-started').filter(each => each.endsWith('CEN'))).toEqual(['0d 23:20 CEN']);
});

test('spreads the scans of a settled hierarchy evenly over the scan interval', () => {
    const { result } = simulated(plan, '70 hours', settled, 'assume { scan interval: 80 hours }');
    const scanned = simulated(plan, '80 hours', 'assume { start: settled\nscan interval: 80 hours }').result.summary.points.map(({ scans }) => scans);
    expect(scanned).toEqual(result.summary.points.map(({ clients }) => clients));
});

test('leaves parts of a settled hierarchy that do not work without a catalog', () => {
    const broken = child.replace('8530, 8531', '80, 443').replace('software update point active', 'software update point active { ports: 8530, 8531 }');
    const { result, when } = simulated(top + broken + secondary, '2 hours', settled);
    expect(result.summary.sites.map(({ site, contentVersion }) => `${site.code} ${contentVersion}`)).toEqual(['CEN 1', 'OSL 0', 'BER 0']);
    expect(when('configuration-failed')).toEqual(['0d 00:01 OSL']);
});

test('starts without a catalog below a site whose Internet-based software update point never synchronizes, unless that spares children', () => {
    const untrusted = top.replace('mode: mixed', 'mode: native\nserver DMZ { trusted: no\nwsus 3.0 SP2 { ports: 80, 443 }\nsoftware update point internet }');
    const versions = (...lines: readonly string[]): readonly string[] => simulated(untrusted + child, '1 hour', ...lines).result.summary.sites.map(({ site, contentVersion }) => `${site.code} ${contentVersion}`);
    expect(versions(settled)).toEqual(['CEN 1', 'OSL 0']);
    expect(versions('assume { start: settled\ninternet failure: spares children }')).toEqual(['CEN 1', 'OSL 1']);
});

test('imports as planned at a disconnected software update point, from one interval after the start', () => {
    const perimeter = 'central site LGT {\nmode: native\nclients: 10 intranet, 5 internet\nserver LGTSUP01 {\nsite server\nwsus 3.0 SP2\nsoftware update point active\n}\nserver LGTDMZ01 {\nwsus 3.0 SP2\nsoftware update point internet { source: none  import: every 2 days from LGTSUP01 }\n}\nsynchronization { schedule: every 1 day at 02:00 }\n}\n';
    const { when, verdicts } = simulated(perimeter, '5 days', 'expect Internet clients of LGT fail to scan with no location by 2d', 'expect Internet clients of LGT scan by 2d 2h');
    expect(when('imported')).toEqual(['2d 00:00 LGT', '4d 00:00 LGT']);
    expect(verdicts).toEqual(['held', 'held']);
});
