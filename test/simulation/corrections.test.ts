import { describe, expect, test } from 'vitest';
import { entryText, momentText } from '@sup/simulation';
import { child, secondary, simulated, siteText, top } from '../support/simulated.js';

// CEN synchronizes at 02:00 every day: the first run ends at 03:32, later ones at 02:47.

const textsOf = ({ entries }: ReturnType<typeof simulated>, kind: string): readonly string[] =>
    entries.filter(({ details }) => details.kind === kind).map(({ time, details }) => `${momentText(time)} ${entryText(details)}`);

describe('events on the hour', () => {
    test('happen before the checks of the same minute, which therefore find them', () => {
        const { when } = simulated(top, '1 day', 'at 5h: set CENSUP01 ports to 80, 443', 'at 7h: set CENSUP01 ports to 8530, 8531');
        expect(when('configuration-failed')).toEqual(['0d 05:00 CEN']);
        expect(when('configured')).toEqual(['0d 00:01 CEN', '0d 07:00 CEN']);
    });
});

describe('a site server that is down', () => {
    // The first notification to OSL leaves at 03:32 and needs two minutes; the objects of the console need fifteen.
    const remote = child.replace('site server\n', '').replace('server OSLSUP01', 'server OSLSRV01 {\nsite server\nwsus console: 3.0 SP2\n}\nserver OSLSUP01');

    test('receives notifications and objects when it is up again', () => {
        const { when } = simulated(top + remote, '1 day', 'at 03:33: stop OSLSRV01 for 2h');
        expect(when('notification-arrived')).toEqual(['0d 05:35 OSL']);
        expect(when('objects-arrived')).toEqual(['0d 05:33 OSL']);
    });

    test('sends a notification again that it was sending when it went down', () => {
        const { when } = simulated(top + child, '1 day', 'at 03:33: stop CENSUP01 for 2h');
        expect(when('notification-arrived')).toEqual(['0d 05:35 OSL']);
    });
});

describe('WSUS that an administrator makes a replica', () => {
    test('fails at a primary site until the setting is restored on the hour, at the top site too', () => {
        const { when, entries } = simulated(top + child, '2 days', 'at 1d 01:30: set CENSUP01 replica to yes', 'at 1d 01:59: set OSLSUP01 replica to yes');
        expect(when('settings-restored')).toEqual(['1d 02:00 CEN', '1d 02:00 OSL']);
        expect(when('sync-failed')).toEqual([]);
        const late = simulated(top, '2 days', 'assume { verify interval: 3h }', 'at 1d 01:30: set CENSUP01 replica to yes');
        expect(late.when('sync-failed')).toEqual(['1d 02:00 CEN']);
        expect(late.when('settings-restored')).toEqual(['1d 03:00 CEN']);
        expect(late.when('sync-done').at(-1)).toBe('1d 03:47 CEN');
        expect(late.entries.find(({ details }) => details.kind === 'sync-failed')!.details).toMatchObject({ obstacle: { kind: 'replica-set' } });
        expect(entries.filter(({ severity }) => severity === 'error')).toEqual([]);
    });
});

describe('messages', () => {
    test('names the failed configuration of WSUS after its reason has been corrected', () => {
        const run = simulated(top + child, '1 day', 'at 2h: set OSLSUP01 ports to 80, 443', 'at 03:33: set OSLSUP01 ports to 8530, 8531');
        expect(textsOf(run, 'sync-failed')).toEqual(['0d 03:34 Synchronization failed: WSUS Configuration Manager failed to configure WSUS on OSLSUP01, and has not verified it again since the reason was corrected. Next attempt at 0d 04:34.']);
    });

    test('states that no component restores a changed source of the top site', () => {
        const run = simulated(top, '2 days', 'at 12h: set CENSUP01 source to server OTHER');
        expect(textsOf(run, 'sync-failed')[0]).toMatch(/^1d 02:00 .* never sets it back at the top site: correct it in the WSUS console\. Next attempt/);
    });

    test('states that WSUS had not been configured when an expectation about settings breaks', () => {
        const { result } = simulated(top, '1 day', 'at 0m: stop CENSUP01', 'expect CEN settings restored');
        expect(result.judgements[0]!.breach!.actual).toBe('WSUS had not been configured yet.');
    });

    test('reports an outage in which no client scanned', () => {
        const run = simulated(top, '16 days', 'at 3d: stop CENSUP01 for 2d');
        expect(textsOf(run, 'outage-unnoticed')).toEqual(['5d 00:00 No client noticed that CENSUP01 did not work: none of the 100 clients was due to scan in these 2d. At another time, or with a shorter scan interval, scans can fail.']);
        expect(textsOf(simulated(top, '16 days', 'at 7d: stop CENSUP01 for 2d'), 'outage-unnoticed')).toEqual([]);
        expect(textsOf(simulated(top, '16 days', 'assume { start: settled }', 'at 3d: stop CENSUP01 for 2d'), 'outage-unnoticed')).toEqual([]);
    });
});

test('the first objects of the site database are as large as the catalog', () => {
    const slow = siteText('primary site OSL reports to CEN', 'OSLSUP01', 'mode: mixed', 'link: 1 Mbps');
    // The link carries 7.5 MB a minute. WSUS fetches 205 MB from 03:34; from 03:47 on, the 200 MB of objects have half of the link until
    // WSUS is done at 04:16, and the rest after that.
    const { when } = simulated(top + slow, '1 day');
    expect(when('objects-arrived')).toEqual(['0d 04:28 OSL']);
});

test('clients behind a link that is down use their own software update point with the catalog that it has', () => {
    expect(simulated(top + child + secondary, '20 days', 'at 3d: fail link of BER', 'expect clients of BER scan against BERSUP01 after 1d').verdicts).toEqual(['held']);
});
