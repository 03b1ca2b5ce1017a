import { describe, expect, test } from 'vitest';
import { planOf, secondary, simulated, simulatedPlan, siteText, top, child } from '../support/simulated.js';

// CEN synchronizes at 02:00 every day: the first run ends at 03:32, later ones at 02:47. OSL follows 24 minutes later. Clients poll
// within the next hour, and scan for the first time within another two hours.

const plan = `${top}${child}secondary site TRD reports to OSL { clients: 5 }\n`;

/** Returns the verdict on one expectation, and the message if it is broken. */
function verdict(expectation: string, ...events: readonly string[]): string {
    const { result } = simulated(plan, '5 days', ...events, expectation);
    const [{ verdict, breach }] = result.judgements as [typeof result.judgements[0]];
    return breach ? `${verdict}: ${breach.subject} ${breach.actual}` : verdict;
}

describe('settings', () => {
    const drift = 'at 1d 00:30: set OSLSUP01 products to "Zune"';
    const lasting = 'at 1d 00:30: set OSLSUP01 ports to 80, 443';
    test.each([
        ['expect OSL settings restored', [drift], 'held'],
        ['expect OSL settings restored', [lasting], 'broken: OSL The WSUS settings still differed from the configured ones.'],
        ['expect OSL settings restored by 1d 00:45', [drift], 'broken: OSL The WSUS settings still differed from the configured ones.'],
        ['expect OSL settings restored by 1d 01:00', [drift], 'held'],
        ['expect OSL settings restored after 1d', [drift], 'broken: OSL The WSUS settings still differed from the configured ones.'],
        ['expect OSL settings restored after 1d 01:00', [drift], 'held'],
        ['expect OSL settings restored always', [drift], 'broken: OSL The WSUS settings still differed from the configured ones.'],
        ['expect OSL settings restored always', [], 'held'],
        ['expect OSL settings restored never', [drift], 'broken: OSL The WSUS settings were as configured.'],
        ['expect OSL settings restored within 30m', [drift], 'held'],
        ['expect OSL settings restored within 29m', [drift], 'broken: OSL The WSUS settings still differed from the configured ones. This lasted 29m.'],
        ['expect OSL settings restored within 1h', [], 'untested'],
        ['expect OSL settings restored within 3h', [lasting, 'at 1d 03:30: set OSLSUP01 ports to 8530, 8531'], 'held'],
        ['expect OSL settings restored within 2h', [lasting, 'at 1d 03:30: set OSLSUP01 ports to 8530, 8531'], 'broken: OSL The WSUS settings still differed from the configured ones. This lasted 2h.']
    ])('judges "%s" after %j', (expectation, events, expected) => {
        expect(verdict(expectation, ...events)).toBe(expected);
    });

    test('reports settings as untested for a site without a software update point', () => {
        expect(verdict('expect TRD settings restored')).toBe('untested');
    });

    test('includes the settings of an Internet-based software update point, which are restored too', () => {
        const perimeter = siteText('central site LGT', 'LGTSUP01', 'mode: native', 'server LGTDMZ01 {\nwsus 3.0 SP2\nsoftware update point internet\n}');
        const drift = 'at 1d 00:30: set LGTDMZ01 source to server ELSEWHERE';
        expect(simulated(perimeter, '2 days', drift, 'expect LGT settings restored always', 'expect LGT settings restored within 30m').verdicts).toEqual(['broken', 'held']);
        expect(simulated(perimeter, '2 days', 'at 1d: set LGTDMZ01 source to server LGTSUP01', 'expect LGT settings restored always').verdicts).toEqual(['held']);
    });
});

describe('the catalog', () => {
    test.each([
        ['expect OSL matches CEN', 'held'],
        ['expect OSL matches CEN by 03:40', 'broken: OSL OSL had content version 0, CEN 1.'],
        ['expect OSL matches CEN always', 'broken: OSL OSL had content version 0, CEN 1.'],
        ['expect OSL matches CEN within 24m', 'held'],
        ['expect OSL matches CEN within 23m', 'broken: OSL OSL had content version 0, CEN 1. This lasted 23m.'],
        ['expect catalog of OSL at most 1d old', 'held'],
        ['expect catalog of OSL at most 23h 14m old always', 'broken: OSL The catalog was 23h 15m old.'],
        ['expect catalog of OSL at most 1d old always', 'held'],
        ['expect catalog of OSL at most 12h old after 2d', 'broken: OSL The catalog was 20h 49m old.'],
        ['expect catalog of OSL at most 12h old within 12h', 'held'],
        ['expect catalog of OSL at most 12h old within 11h', 'broken: OSL The catalog was 23h 1m old. This lasted 11h.']
    ])('judges "%s"', (expectation, expected) => {
        // The catalog counts as 27 hours old before the second run, because its age starts with the scenario.
        expect(verdict(expectation)).toBe(expected);
    });

    test('the catalog ages when updates no longer arrive', () => {
        expect(verdict('expect catalog of OSL at most 2d old', 'at 2d: fail link of OSL')).toBe('broken: OSL The catalog was 3d 20h 49m old.');
        expect(verdict('expect catalog of OSL at most 2d old always', 'at 2d: fail link of OSL')).toBe('broken: OSL The catalog was 2d 1m old.');
    });
});

describe('an update', () => {
    const published = ['at 1h: publish update "KB1"', 'at 2d: expire update "KB1"'];
    test.each([
        ['expect update "KB1" available at all sites by 1d', 'held'],
        ['expect update "KB1" available at CEN', 'broken: CEN The update was expired at CEN.'],
        ['expect update "KB1" expired at all sites', 'held'],
        ['expect update "KB1" expired at OSL by 2d 03:08', 'broken: OSL The update was available at OSL.'],
        ['expect update "KB1" expired at TRD by 2d 03:09', 'held'],
        ['expect update "KB1" expired at TRD never', 'broken: TRD The update was expired at TRD.'],
        ['expect update "KB1" available at TRD after 1d', 'broken: TRD The update was expired at TRD.'],
        ['expect update "KB1" available at TRD always', 'broken: TRD The update was unknown at TRD: Microsoft Update has not published it.'],
        // The update is missing at first, but `within` applies only when it stops being available, on the third day.
        ['expect update "KB1" available at CEN within 1h', 'broken: CEN The update was expired at CEN. This lasted 1h.'],
        ['expect update "KB2" available at CEN within 1h', 'untested'],
        ['expect update "KB2" available at CEN never', 'held']
    ])('judges "%s"', (expectation, expected) => {
        expect(verdict(expectation, ...published)).toBe(expected);
    });
});

describe('the console', () => {
    const failing = 'at 1d: fail WSUS of OSLSUP01 for 1d';
    test.each([
        ['expect console of OSL ahead of catalog', 'broken: OSL The console showed content version 5, the catalog had 5.'],
        ['expect console of OSL ahead of catalog by 1d 12:00', 'held'],
        ['expect console of OSL ahead of catalog never', 'broken: OSL The console showed content version 1, the catalog had 0.'],
        ['expect console of CEN ahead of catalog never', 'held']
    ])('judges "%s"', (expectation, expected) => {
        expect(verdict(expectation, failing)).toBe(expected);
    });
});

describe('scans', () => {
    test.each([
        ['expect all clients scan', [], 'held'],
        ['expect clients of TRD scan against OSLSUP01', [], 'held'],
        ['expect clients of TRD scan against CENSUP01', [], 'broken: TRD/intranet The scan of TRD/intranet against OSLSUP01 succeeded.'],
        ['expect clients of OSL scan by 03:00', [], 'broken: OSL/intranet The clients (OSL/intranet) had not scanned yet.'],
        ['expect clients of OSL scan after 03:00', [], 'broken: OSL/intranet The clients (OSL/intranet) had not scanned yet.'],
        ['expect clients of OSL scan after 8h', [], 'held'],
        ['expect clients of OSL scan always', [], 'held'],
        ['expect clients of OSL scan always', ['at 0m: fail Microsoft Update'], 'broken: OSL/intranet The clients (OSL/intranet) had not scanned yet.'],
        ['expect clients of OSL fail to scan with unreachable never', [], 'held'],
        ['expect clients of OSL scan never', [], 'broken: OSL/intranet The scan of OSL/intranet against OSLSUP01 succeeded.'],
        ['expect clients of sites below OSL scan', [], 'held'],
        ['expect Internet clients of OSL scan', [], 'untested'],
        ['expect clients "Unknown" scan', [], 'untested']
    ])('judges "%s" after %j', (expectation, events, expected) => {
        expect(verdict(expectation, ...events)).toBe(expected);
    });

    test('requires scans to succeed again within the given time after a failure', () => {
        const broken = 'at 1d: stop OSLSUP01 for 9d';
        const run = (within: string): readonly string[] => simulated(plan, '20 days', broken, `expect clients of OSL scan within ${within}`).verdicts;
        expect(run('4d')).toEqual(['held']);
        expect(run('1d')).toEqual(['broken']);
    });
});

test('counts the clients whose last scan succeeded as the load of a server', () => {
    expect(verdict('expect load of OSLSUP01 at most 45 clients always')).toBe('held');
    expect(verdict('expect load of OSLSUP01 at most 44 clients')).toBe('broken: OSLSUP01 The server had 45 clients.');
    expect(verdict('expect load of OSLSUP01 at most 44 clients always')).toBe('broken: OSLSUP01 The server had 45 clients.');
    expect(verdict('expect load of UNKNOWN at most 44 clients')).toBe('untested');
});

test('counts the traffic of a link until the end or until a given time', () => {
    expect(verdict('expect traffic on link of TRD at most 150 MB')).toBe('held');
    expect(verdict('expect traffic on link of TRD at most 149 MB')).toBe('broken: TRD The link carried 150 MB.');
    expect(verdict('expect traffic on link of TRD at most 0 MB by 3h')).toBe('held');
});

describe('a hierarchy without events', () => {
    const idle = siteText('central site CEN', 'CENSUP01', 'clients: 10') + secondary.replaceAll('OSL', 'CEN');
    test('breaks expectations that need an event, and satisfies those about the initial state', () => {
        const expectations = ['update "KB1" available at CEN always', 'clients of CEN scan always', 'clients of CEN scan after 1d', 'BER matches CEN always', 'console of CEN ahead of catalog never', 'load of CENSUP01 at most 0 clients'];
        expect(simulated(idle, '3 days', ...expectations.map(each => `expect ${each}`)).verdicts).toEqual(['broken', 'broken', 'broken', 'held', 'held', 'held']);
    });
});

test('names the trace entry that breaks an expectation', () => {
    const { result, entries } = simulatedPlan(planOf(plan, '16 days', 'at 5d: stop OSLSUP01', 'expect clients of OSL scan always'));
    expect(entries[result.judgements[0]!.breach!.entry!]!.details).toMatchObject({ kind: 'scan-failed', group: 'OSL/intranet' });
});
