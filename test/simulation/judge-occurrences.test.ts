import { describe, expect, test } from 'vitest';
import { child, planOf, secondary, simulated, simulatedPlan, top } from '../support/simulated.js';

// CEN synchronizes at 02:00 every day: the first run ends at 03:32, later ones at 02:47. OSL follows 24 minutes later, and BER another
// 24 minutes later.

/** Returns the verdict on one expectation, and the message if it is broken. */
function verdict(expectation: string, ...events: readonly string[]): string {
    const { result } = simulated(top + child + secondary, '3 days', ...events, expectation);
    const [{ verdict, breach }] = result.judgements as [typeof result.judgements[0]];
    return breach ? `${verdict}: ${breach.subject} ${breach.actual}` : verdict;
}

describe('an expected synchronization', () => {
    test.each([
        ['expect OSL synchronized', 'held'],
        ['expect all sites synchronized', 'held'],
        ['expect sites below CEN synchronized by 04:20', 'held'],
        ['expect OSL synchronized by 03:55', 'broken: OSL By 0d 03:55 it did not happen at OSL.'],
        ['expect OSL synchronized by 03:56', 'held'],
        ['expect OSL synchronized after 2d 02:00', 'held'],
        ['expect OSL synchronized after 2d 03:11', 'held'],
        ['expect OSL synchronized after 2d 03:12', 'broken: OSL By 3d 00:00 it did not happen at OSL: CEN did not synchronize after 2d 03:12, so it did not notify OSL.'],
        ['expect OSL synchronized never', 'broken: OSL OSL at 0d 03:56: Synchronization succeeded: content version 1.'],
        ['expect OSL synchronized within 24m of CEN', 'held'],
        ['expect OSL synchronized within 23m of CEN', 'broken: OSL CEN synchronized at 0d 03:32, but OSL had not synchronized 23m later.'],
        ['expect all sites synchronized within 1h of CEN', 'held']
    ])('judges "%s"', (expectation, expected) => {
        expect(verdict(expectation)).toBe(expected);
    });

    test('names the failure that breaks an expected synchronization', () => {
        const { result, entries } = simulated(top + child, '3 days', 'at 0m: fail WSUS of OSLSUP01', 'expect OSL synchronized');
        const { breach } = result.judgements[0]!;
        expect(breach).toMatchObject({ time: 3 * 1440, subject: 'OSL' });
        expect(entries[breach!.entry!]!.details).toMatchObject({ kind: 'sync-failed', obstacle: { kind: 'wsus-down' } });
    });

    test('does not attribute the breach to a failure that has been resolved', () => {
        const { result, when } = simulated(top + child, '3 days', 'at 1d: fail WSUS of OSLSUP01 for 4h', 'expect OSL synchronized after 2d 12:00');
        expect(when('sync-failed')).not.toEqual([]);
        expect(result.judgements[0]).toMatchObject({ verdict: 'broken', breach: { entry: undefined } });
    });

    test('breaks the expectation at the given time, regardless of later failures', () => {
        const { result, entries } = simulated(top + child, '3 days', 'at 0m: fail WSUS of OSLSUP01', 'expect OSL synchronized by 1d');
        const { breach } = result.judgements[0]!;
        expect(breach!.time).toBe(1440);
        expect(entries[breach!.entry!]!.time).toBeLessThanOrEqual(1440);
    });

    test('reports an expectation as untested if the other site never synchronizes, or if no site matches', () => {
        expect(verdict('expect OSL synchronized within 1h of CEN', 'at 0m: fail Microsoft Update')).toBe('untested');
        expect(verdict('expect sites below BER synchronized')).toBe('untested');
    });

    test('expects a synchronization after each one of the other site', () => {
        const expectation = 'expect OSL synchronized within 1h of CEN';
        expect(verdict(expectation, 'at 2d: fail WSUS of OSLSUP01')).toBe('broken: OSL CEN synchronized at 2d 02:47, but OSL had not synchronized 1h later.');
        expect(verdict(expectation, 'at 1d: fail WSUS of OSLSUP01 for 3h 30m')).toBe('broken: OSL CEN synchronized at 1d 02:47, but OSL had not synchronized 1h later.');
        // A second synchronization of CEN does not extend the deadline of OSL.
        expect(verdict(expectation, 'at 1d: fail WSUS of OSLSUP01', 'at 1d 03:10: synchronize CEN now')).toBe('broken: OSL CEN synchronized at 1d 02:47, but OSL had not synchronized 1h later.');
        expect(verdict('expect OSL synchronized within 4h of CEN', 'at 1d: fail WSUS of OSLSUP01 for 3h 30m')).toBe('held');
    });

    test('counts all sites that do not synchronize in time', () => {
        const { result } = simulated(top + child + secondary, '3 days', 'at 2d: fail WSUS of OSLSUP01', 'expect sites below CEN synchronized after 2d');
        expect(result.judgements[0]!.broken).toBe(2);
    });
});

describe('an expected status message', () => {
    const failed = 'at 1d: fail WSUS of OSLSUP01 for 5h';
    // WSUS Configuration Manager detects the recovery at 05:00, so the attempts from 02:49 to 04:49 fail.
    test.each([
        ['expect status 6703 at OSL', 'held'],
        ['expect status 6703 at OSL at least 3 times', 'held'],
        ['expect status 6703 at OSL at least 4 times', 'broken: OSL By 3d 00:00 it happened 3 times at OSL.'],
        ['expect status 6703 at OSL at most 3 times', 'held'],
        ['expect status 6703 at OSL at most 2 times', 'broken: OSL It happened 3 times; the last was OSL at 1d 04:49: Synchronization failed: WSUS on OSLSUP01 does not answer. Next attempt at 1d 05:49.'],
        ['expect status 6703 at OSL at most 2 times by 1d 04:00', 'held'],
        ['expect status 6703 at OSL at most 0 times after 1d 06:00', 'held'],
        ['expect status 6703 at OSL by 1d 02:49', 'held'],
        ['expect status 6703 at OSL by 1d 02:48', 'broken: OSL By 1d 02:48 it did not happen at OSL.'],
        ['expect status 6703 at OSL never', 'broken: OSL OSL at 1d 02:49: Synchronization failed: WSUS on OSLSUP01 does not answer. Next attempt at 1d 03:49.'],
        ['expect status 6703 at CEN never', 'held'],
        ['expect status 6705 at sites below CEN never', 'held']
    ])('judges "%s"', (expectation, expected) => {
        expect(verdict(expectation, failed)).toBe(expected);
    });
});

describe('the expectation of no errors', () => {
    test.each([
        ['expect no errors at all sites', 'broken: OSL OSL at 1d 02:00: WSUS could not be configured: WSUS on OSLSUP01 does not answer.'],
        ['expect no errors at CEN', 'held'],
        ['expect no errors at OSL by 1d 01:00', 'held'],
        ['expect no errors at OSL after 1d 06:00', 'held'],
        ['expect no errors at OSL after 1d 02:00', 'broken: OSL OSL at 1d 02:00: WSUS could not be configured: WSUS on OSLSUP01 does not answer.']
    ])('judges "%s"', (expectation, expected) => {
        // The configuration fails on the hour; synchronization fails later.
        expect(verdict(expectation, 'at 1d 01:30: fail WSUS of OSLSUP01 for 3h')).toBe(expected);
    });
});

test('reports a run that exceeds its event budget', () => {
    const { result, entries } = simulatedPlan(planOf(top, '30 days', 'expect CEN synchronized'), { budget: 10 });
    expect(result).toMatchObject({ isExhausted: true, events: 10 });
    expect(entries.at(-1)!.details).toEqual({ kind: 'stopped', events: 10 });
});
