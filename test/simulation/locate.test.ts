import { describe, expect, test } from 'vitest';
import { child, secondary, type Simulated, simulated, siteText, top } from '../support/simulated.js';

/** Returns the server or the failure of the last scan of each client group. */
const scansOf = ({ result }: Simulated): Record<string, string | undefined> =>
    Object.fromEntries(result.summary.groups.map(group => [group.name, group.result === 'succeeded' ? group.server : group.result]));

describe('the software update point of intranet clients', () => {
    test('assigns the active software update point of the site, also at a secondary site', () => {
        expect(scansOf(simulated(top + child + secondary, '4 days'))).toEqual({ 'CEN/intranet': 'CENSUP01', 'OSL/intranet': 'OSLSUP01', 'BER/intranet': 'BERSUP01' });
    });

    test('assigns the parent\'s software update point at a secondary site without one', () => {
        expect(scansOf(simulated(`${top}${child}secondary site TRD reports to OSL { clients: 5 }\n`, '4 days'))['TRD/intranet']).toBe('OSLSUP01');
    });

    test('never assigns the software update point of another primary site', () => {
        expect(scansOf(simulated(`${top}primary site LAX reports to CEN { clients: 5 }\nsecondary site TRD reports to LAX { clients: 5 }\n`, '9 days'))).toEqual({ 'CEN/intranet': 'CENSUP01', 'LAX/intranet': undefined, 'TRD/intranet': undefined });
    });

    test('assigns the parent\'s software update point while the site\'s own is down or older than the policy', () => {
        expect(scansOf(simulated(top + child + secondary, '16 days', 'at 5d: stop BERSUP01'))['BER/intranet']).toBe('OSLSUP01');
        expect(scansOf(simulated(top + child + secondary, '16 days', 'at 5d: set BERSUP01 ports to 80, 443'))['BER/intranet']).toBe('OSLSUP01');
    });

    test('assigns the site\'s own software update point again after it recovers', () => {
        expect(scansOf(simulated(top + child + secondary, '24 days', 'at 5d: stop BERSUP01 for 9d'))['BER/intranet']).toBe('BERSUP01');
    });

    test('reports once that the only software update point is unreachable', () => {
        const run = simulated(top, '16 days', 'at 5d: stop CENSUP01');
        expect(scansOf(run)).toEqual({ 'CEN/intranet': 'unreachable' });
        expect(run.when('scan-failed')).toHaveLength(1);
        expect(run.result.summary.groups[0]!.failedMinutes).toBeGreaterThan(8 * 1440);
    });
});

describe('clients without a current software update point', () => {
    test('clients without a current software update point find no location until an import', () => {
        // The active software update point always has the version in policy; a disconnected one has it only after an import.
        const perimeter = 'central site LGT {\nmode: native\nclients: 10 intranet, 5 internet\nserver LGTSUP01 {\nsite server\nwsus 3.0 SP2\nsoftware update point active\n}\nserver LGTDMZ01 {\nwsus 3.0 SP2\nsoftware update point internet { source: none }\n}\nsynchronization { schedule: every 1 day at 02:00 }\n}\n';
        expect(scansOf(simulated(perimeter, '4 days'))).toEqual({ 'LGT/intranet': 'LGTSUP01', 'LGT/internet': 'no-location' });
        expect(scansOf(simulated(perimeter, '4 days', 'at 3d 12:00: import LGTDMZ01'))).toEqual({ 'LGT/intranet': 'LGTSUP01', 'LGT/internet': 'LGTDMZ01' });
    });
});

describe('clients on the Internet', () => {
    const site = (mode: string, accepts: string, more = ''): string =>
        `central site LGT {\nmode: ${mode}\nclients: 10 intranet, 5 internet\nserver LGTSUP01 {\nsite server\nwsus 3.0 SP2\nsoftware update point active { accepts: ${accepts} }\n}\n${more}synchronization { schedule: every 1 day at 02:00 }\n}\n`;
    const dmz = 'server LGTDMZ01 {\nwsus 3.0 SP2\nsoftware update point internet\n}\n';
    const internet = (text: string): string | undefined => scansOf(simulated(text, '4 days'))['LGT/internet'];

    test('clients on the Internet use the Internet-based software update point, or else the active one if it accepts them', () => {
        expect(internet(site('native', 'intranet', dmz))).toBe('LGTDMZ01');
        expect(internet(site('native', 'intranet, internet'))).toBe('LGTSUP01');
        expect(internet(site('native', 'intranet'))).toBe('no-location');
    });

    test('clients on the Internet have no software update point in mixed mode', () => {
        expect(internet(site('mixed', 'intranet, internet'))).toBe('no-location');
    });

    test('clients on the Internet that a plan counts at a secondary site use the software update point of its parent', () => {
        const below = siteText('secondary site BER reports to LGT', 'BERSUP01', 'clients: 3 intranet, 2 internet');
        expect(scansOf(simulated(site('native', 'intranet', dmz) + below, '4 days'))).toMatchObject({ 'BER/intranet': 'BERSUP01', 'BER/internet': 'LGTDMZ01' });
    });

    test('clients on the Internet do not depend on a link between sites', () => {
        const far = `${top.replace('mixed', 'native')}${site('native', 'intranet', dmz).replace('central site LGT', 'primary site LGT reports to CEN')}`;
        expect(scansOf(simulated(far, '16 days', 'at 5d: fail link of LGT'))['LGT/internet']).toBe('LGTDMZ01');
    });
});

describe('a failed scan', () => {
    const grouped = siteText('central site CEN', 'CENSUP01', 'mode: mixed', 'clients: 10', 'clients "Kiosks" { count: 3 }', 'synchronization { schedule: every 1 day at 02:00 }');

    test('fails the scans of exactly the clients whose Group Policy names another service, until the policy is removed', () => {
        const set = 'at 1h: set group policy of clients "Kiosks" to "http://oldwsus:8530"';
        expect(scansOf(simulated(grouped, '9 days', set))).toEqual({ 'CEN/intranet': 'CENSUP01', 'CEN/Kiosks': 'group-policy-conflict' });
        expect(scansOf(simulated(grouped, '9 days', set, 'at 3d: remove group policy of clients "Kiosks"'))['CEN/Kiosks']).toBe('CENSUP01');
        expect(scansOf(simulated(grouped, '9 days', 'at 1h: set group policy of clients "Kiosks" to "http://censup01:8530"'))['CEN/Kiosks']).toBe('CENSUP01');
    });

    test('fails a scan with an SSL failure if the certificate is not valid', () => {
        const secure = siteText('central site CEN', 'CENSUP01', 'mode: native', 'clients: 10', 'synchronization { schedule: every 1 day at 02:00 }').replace('8531 }', '8531  ssl: required }');
        expect(scansOf(simulated(secure, '16 days', 'at 5d: fail certificate of CENSUP01'))).toEqual({ 'CEN/intranet': 'ssl-failure' });
        expect(scansOf(simulated(top, '16 days', 'at 5d: fail certificate of CENSUP01'))).toEqual({ 'CEN/intranet': 'CENSUP01' });
    });

    test('names the event that caused a failed scan', () => {
        const { entries } = simulated(top, '16 days', 'at 5d: fail WSUS of CENSUP01');
        const failed = entries.find(({ details }) => details.kind === 'scan-failed')!;
        expect(entries[failed.because!]!.details).toMatchObject({ kind: 'event', action: { kind: 'fail' } });
    });
});

describe('client policy', () => {
    test('policy reaches clients at their next poll, and triggers the first scan within the spread', () => {
        const { entries } = simulated(top, '2 days');
        const [done, policy, scanned] = ['sync-done', 'policy', 'scanned'].map(kind => entries.find(({ details }) => details.kind === kind)!);
        expect(policy!.time).toBe(done!.time);
        // The last clients poll an hour later, and wait for two hours.
        expect(scanned).toMatchObject({ time: policy!.time + 180, details: { clients: 100, of: 100 } });
    });

    test('clients behind a link that is down keep their policy, and scan against the software update point of their own site', () => {
        // Without the link, the catalog of Bergen ages, but no policy asks its clients for a newer one.
        const { result, entries } = simulated(top + child + secondary, '16 days', 'at 5d: fail link of BER', 'expect clients of BER scan against BERSUP01 after 1d', 'expect clients of BER fail to scan with unreachable never');
        expect(result.judgements.map(({ verdict }) => verdict)).toEqual(['held', 'held']);
        expect(entries.filter(({ time, details, site }) => time > 5 * 1440 && site === 'BER' && details.kind === 'scanned').map(({ details }) => details)).toMatchObject([{ server: 'BERSUP01', version: 5 }, { server: 'BERSUP01', version: 5 }]);
    });

    test('clients learn a new content version within an hour after the link is up again', () => {
        const { when, result } = simulated(top + child + secondary, '16 days', 'assume { scan interval: 1 day }', 'at 5d: fail link of BER for 5d');
        expect(result.summary.groups.find(({ name }) => name === 'BER/intranet')).toMatchObject({ result: 'succeeded', server: 'BERSUP01' });
        expect(when('scan-failed')).toEqual([]);
    });

    test('starts the scans of clients at a secondary site when policy can reach them', () => {
        const { when } = simulated(top + child + secondary, '3 days', 'at 1m: fail link of BER for 1d');
        expect(when('policy')).toEqual(['0d 03:32 CEN', '0d 03:56 OSL', '1d 00:01 BER']);
    });
});

test('numbers client groups of the same name independently of their order in the plan', () => {
    const groups = ['clients "Kiosks" { count: 3 }', 'clients "Kiosks" { count: 5 }', 'clients { count: 4 }', 'clients { count: 2 }', 'clients "intranet" { count: 1 }'];
    const named = (lines: readonly string[]): unknown => simulated(siteText('central site CEN', 'CENSUP01', 'clients: 10', ...lines, 'synchronization { schedule: every 1 day at 02:00 }'), '3 days').result.summary.groups.map(({ name, count }) => `${name}: ${count}`);
    expect(named(groups)).toEqual(['CEN/Kiosks: 3', 'CEN/Kiosks 2: 5', 'CEN/group: 2', 'CEN/group 2: 4', 'CEN/intranet: 10', 'CEN/intranet 2: 1']);
    expect(named([...groups].reverse())).toEqual(named(groups));
});
