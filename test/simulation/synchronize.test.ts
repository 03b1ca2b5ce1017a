import { describe, expect, test } from 'vitest';
import { child, simulated, siteText, top } from '../support/simulated.js';

// The first run of CEN takes from 02:00 to 03:32. In later runs, WSUS synchronizes until 02:27, settles until 02:29, and the database phase ends at 02:47.

describe('a failed run', () => {
    test.each([
        ['while WSUS synchronizes', 'at 1d 02:10: fail Microsoft Update for 10m', '1d 02:10 CEN'],
        ['while WSUS settles', 'at 1d 02:28: fail WSUS of CENSUP01 for 10m', '1d 02:28 CEN'],
        ['during the import into the site database', 'at 1d 02:40: stop CENSUP01 for 10m', '1d 02:40 CEN']
    ])('retries a run after a failure %s', (_, event, failed) => {
        const { when, entries } = simulated(top, '2 days', event);
        const ends = entries.filter(({ details }) => details.kind === 'sync-failed' || details.kind === 'sync-lost');
        expect([...when('sync-failed'), ...when('sync-lost')][0]).toBe(failed);
        expect(entries[ends[0]!.because!]!.details.kind).toBe('event');
        expect(when('sync-done')).toHaveLength(2);
    });

    test('does not fail a run because of an outage of Microsoft Update in the database phase', () => {
        expect(simulated(top, '2 days', 'at 1d 02:40: fail Microsoft Update for 10m').when('sync-failed')).toEqual([]);
    });
});

test('cancels a retry when another run starts first', () => {
    const { when } = simulated(top, '2 days', 'at 1d 01:30: fail Microsoft Update for 1h', 'at 1d 02:40: synchronize CEN now');
    expect(when('sync-failed')).toEqual(['1d 02:00 CEN']);
    expect(when('sync-started')).toEqual(['0d 02:00 CEN', '1d 02:00 CEN', '1d 02:40 CEN']);
});

test('runs queued requests in full if one of them is full', () => {
    const hourly = siteText('central site CEN', 'CENSUP01', 'synchronization { schedule: every 1 hour at 00:00 }');
    const modes = simulated(hourly, '3 hours', 'at 30m: synchronize CEN now').entries.flatMap(({ details }) => details.kind === 'sync-queued' || details.kind === 'sync-started' ? `${details.kind} ${details.mode}` : []);
    expect(modes.slice(0, 6)).toEqual(['sync-queued full', 'sync-started full', 'sync-queued delta', 'sync-queued full', 'sync-started full', 'sync-queued full']);
});

describe('a parent that synchronizes during a run of its child', () => {
    const slow = siteText('primary site OSL reports to CEN', 'OSLSUP01', 'link: 256 kbps, 300 ms', 'clients: 40');

    test('a parent that synchronizes during a run does not affect the content version of the child until its next run', () => {
        // Oslo needs more than two hours for the first catalog. In the meantime, an administrator synchronizes the top site again.
        const { entries, when } = simulated(top + slow, '1 day', 'assume { publish interval: 1 hour }', 'at 04:10: synchronize CEN now');
        const versions = entries.flatMap(({ site, details }) => site === 'OSL' && details.kind === 'sync-done' ? details.version : []);
        expect(versions).toEqual([1, 2]);
        expect(entries.find(({ status }) => status === 6707)!.details).toEqual({ kind: 'content-behind', version: 1, wanted: 2 });
        expect(when('content-behind')).toHaveLength(1);
    });
});

test('synchronizes an Internet-based software update point at a primary site, but not at a secondary site', () => {
    const withPerimeter = (kind: string): readonly string[] => {
        const site = siteText(`${kind} site LGT reports to CEN`, 'LGTSUP01', kind === 'primary' ? 'mode: native' : '', 'server LGTDMZ01 {\nwsus 3.0 SP2\nsoftware update point internet\n}');
        return simulated(top.replace('mixed', 'native') + site, '1 day').when('internet-phase');
    };
    expect(withPerimeter('primary')).toEqual(['0d 03:56 LGT']);
    expect(withPerimeter('secondary')).toEqual([]);
});

describe('an import', () => {
    const lone = siteText('primary site LGT reports to CEN', 'LGTSUP01', 'clients: 40', 'synchronization { source: none }');

    test('an import takes effect immediately, even during a run', () => {
        // LGT receives the notification of the first run at 03:34 and settles until 03:36.
        const { result, when } = simulated(top + lone, '1 day', 'at 03:35: import LGTSUP01', 'expect LGT matches CEN by 03:36', 'expect clients of LGT scan');
        expect(when('sync-done')).toContain('0d 03:36 LGT');
        expect(result.judgements.map(({ verdict }) => verdict)).toEqual(['held', 'held']);
    });

    test('refuses an import if the exporter has never synchronized', () => {
        const { entries } = simulated(top + lone, '1 day', 'at 1h: import LGTSUP01');
        expect(entries.find(({ details }) => details.kind === 'event-refused')!.details).toMatchObject({ obstacle: { kind: 'upstream-unsynchronized', subject: 'CENSUP01' } });
    });

    test('refuses an import for a connected WSUS server and for a replica', () => {
        const replica = siteText('secondary site BER reports to CEN', 'BERSUP01');
        const refused = simulated(top + child + replica, '1 day', 'at 5h: import OSLSUP01', 'at 5h: import BERSUP01').entries.flatMap(({ details }) => details.kind === 'event-refused' ? details.obstacle.kind : []);
        expect(refused).toEqual(['connected', 'replica']);
    });
});
