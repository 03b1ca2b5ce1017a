import { describe, expect, test } from 'vitest';
import { child, secondary, simulated, siteText, top } from '../support/simulated.js';

// CEN synchronizes at 02:00 every day, OSL follows at 02:49 and BER at 03:13; on the first day at 03:34 and 03:58.

describe('a blocked connection', () => {
    test('fails the synchronization of a child, which still receives notifications and objects', () => {
        const { when, entries } = simulated(top + child, '2 days', 'at 1d: block OSLSUP01 from CENSUP01 for 5h');
        expect(when('notification-arrived')).toEqual(['0d 03:34 OSL', '1d 02:49 OSL']);
        expect(when('objects-arrived')).toEqual(['0d 03:47 OSL', '1d 03:02 OSL']);
        expect(when('sync-failed')).toEqual(['1d 02:49 OSL', '1d 03:49 OSL', '1d 04:49 OSL']);
        expect(when('sync-done').at(-1)).toBe('1d 06:11 OSL');
        const failure = entries.find(({ details }) => details.kind === 'sync-failed')!;
        expect(failure.details).toMatchObject({ obstacle: { kind: 'blocked', subject: 'CENSUP01' } });
        expect(entries[failure.because!]!.details).toMatchObject({ kind: 'event', action: { kind: 'fail', target: { kind: 'connection' } } });
    });

    test('works in both directions, and does not affect other servers', () => {
        const { when } = simulated(top + child + secondary, '2 days', 'at 1d: block CENSUP01 from OSLSUP01', 'at 1d 04:00: unblock OSLSUP01 from CENSUP01');
        expect(when('sync-failed')).toEqual(['1d 02:49 OSL', '1d 03:49 OSL']);
    });

    test('keeps a group of clients from the only software update point, until it is unblocked', () => {
        const grouped = siteText('central site CEN', 'CENSUP01', 'mode: mixed', 'clients: 10', 'clients "Zone" { count: 3 }', 'synchronization { schedule: every 1 day at 02:00 }');
        const lines = ['at 0m: block clients "Zone" from CENSUP01 for 3d', 'expect clients "Zone" fail to scan with unreachable by 2d', 'expect clients "Zone" scan', 'expect clients of CEN fail to scan with unreachable never'];
        expect(simulated(grouped, '5 days', ...lines).verdicts).toEqual(['held', 'held', 'broken']);
    });

    test('keeps all computers of a site from a server', () => {
        expect(simulated(top + child + secondary, '4 days', 'at 0m: block site BER from OSLSUP01', 'expect BER synchronized never', 'expect clients of BER fail to scan with unreachable').verdicts).toEqual(['held', 'held']);
    });

    test('keeps the top site from Microsoft Update', () => {
        expect(simulated(top, '2 days', 'at 0m: block CENSUP01 from Microsoft Update', 'expect CEN synchronized never', 'expect status 6703 at CEN').verdicts).toEqual(['held', 'held']);
    });
});

describe('`cannot reach` in the plan', () => {
    test('fails like an event that blocks the connection', () => {
        const far = child.replace('wsus 3.0', 'cannot reach: CENSUP01\nwsus 3.0');
        const { entries } = simulated(top + far, '1 day', 'expect OSL synchronized never');
        expect(entries.find(({ details }) => details.kind === 'sync-failed')!.details).toMatchObject({ obstacle: { kind: 'blocked', subject: 'CENSUP01' } });
    });

    test('keeps the site server from configuring a remote software update point', () => {
        const split = 'central site CEN {\nmode: mixed\nclients: 10\nserver CENSRV01 {\nsite server\nwsus console: 3.0 SP2\ncannot reach: CENSUP01\n}\nserver CENSUP01 {\nwsus 3.0 SP2 { ports: 8530, 8531 }\nsoftware update point active\n}\nsynchronization { schedule: every 1 day at 02:00 }\n}\n';
        expect(simulated(split, '1 day').entries.find(({ details }) => details.kind === 'configuration-failed')!.details).toMatchObject({ obstacle: { kind: 'blocked' } });
    });
});

describe('a scan timeout', () => {
    // 40 clients fetch 30 MB each over 512 kbps: more than five hours in all.
    const branch = 'secondary site BER reports to CEN { link: 512 kbps\nclients: 40 }\n';

    test('fails scans that wait too long for their data as with a busy server, until the clients have received it', () => {
        const run = simulated(top + branch, '3 days', 'assume { scan timeout: 1 hour }', 'expect clients of BER fail to scan with busy by 7h', 'expect clients of BER scan', 'expect clients of CEN fail to scan with busy never');
        expect(run.verdicts).toEqual(['held', 'held', 'held']);
        // Each client fetches its 30 MB once, and those that scan again in the meantime nothing.
        expect(run.result.summary.sites.find(({ site }) => site.code === 'BER')!.link.scanMegabytes).toBeCloseTo(1_200, 0);
    });

    test('does not lose data that has arrived before the scan has ended', () => {
        // The 20 round trips for each of the 30 MB take six minutes at 600 ms, after the data has arrived.
        const slow = 'secondary site BER reports to CEN { link: 10 Mbps, 600 ms\nclients: 1 }\n';
        const run = simulated(top + slow, '2 days', 'assume { scan timeout: 4 minutes }', 'expect clients of BER scan');
        expect(run.entries.filter(({ site, details }) => site === 'BER' && details.kind === 'scan-failed')).toHaveLength(1);
        expect(run.verdicts).toEqual(['held']);
        expect(run.result.summary.sites.find(({ site }) => site.code === 'BER')!.link.scanMegabytes).toBeCloseTo(30, 0);
    });

    test('does not exist by default', () => {
        expect(simulated(top + branch, '3 days', 'expect clients of BER fail to scan with busy never').verdicts).toEqual(['held']);
    });
});
