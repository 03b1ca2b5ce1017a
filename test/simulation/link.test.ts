import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { assume, type Link } from '@sup/model';
import { arrivalOf, latencyMinutes, transmissionMinutes } from '../../simulation/src/world/link.js';
import { child, secondary, siteText, simulated, top } from '../support/simulated.js';

const minutesOfDay = 24 * 60;
const link = (more: Partial<Link>): Link => ({ bandwidth: undefined, latency: undefined, open: undefined, ...more });

/** Simulates a transfer minute by minute. It makes progress only in minutes in which the window is open. */
function arrivalByMinutes({ from, to }: { from: number; to: number }, start: number, minutes: number): number {
    const isOpen = (time: number): boolean => {
        const ofDay = time % minutesOfDay;
        return from < to ? ofDay >= from && ofDay < to : ofDay >= from || ofDay < to;
    };
    let time = start;
    let left = minutes;
    while (!isOpen(time) || left > 0) {
        left -= isOpen(time) ? 1 : 0;
        time++;
        if (left === 0) {
            break;
        }
    }
    return time;
}

describe('the arrival of a file', () => {
    test('delivers a file after the transfer time over a link that is always open', () => {
        expect(arrivalOf(undefined, 100, 7)).toBe(107);
        expect(arrivalOf(link({}), 100, 7)).toBe(107);
        expect(arrivalOf(link({ open: { from: 60, to: 60 } }), 100, 7)).toBe(107);
    });

    test('delivers a file after the required open minutes over a link with a window', () => {
        const minute = fc.integer({ min: 0, max: minutesOfDay - 1 });
        fc.assert(fc.property(minute, minute, fc.integer({ min: 0, max: 5 * minutesOfDay }), fc.integer({ min: 1, max: 2000 }), (from, to, start, minutes) => {
            fc.pre(from !== to && minutes <= 40 * ((to - from + minutesOfDay) % minutesOfDay));
            expect(arrivalOf(link({ open: { from, to } }), start, minutes)).toBe(arrivalByMinutes({ from, to }, start, minutes));
        }), { numRuns: 2_000 });
    });

    test.each([
        ['in the window', 9 * 60, 30, 9 * 60 + 30],
        ['until the end of the window', 11 * 60, 60, 12 * 60],
        ['before the window opens', 60, 30, 8 * 60 + 30],
        ['after it has closed', 12 * 60, 30, minutesOfDay + 8 * 60 + 30],
        ['over two days', 11 * 60, 90, minutesOfDay + 8 * 60 + 30],
        ['that takes no time but waits for the window', 0, 0, 8 * 60]
    ])('computes the arrival of a transfer %s of 08:00 to 12:00', (_, start, minutes, arrival) => {
        expect(arrivalOf(link({ open: { from: 8 * 60, to: 12 * 60 } }), start, minutes)).toBe(arrival);
    });
});

describe('the duration of a transfer', () => {
    const assumed = assume({ roundTrips: 20 });

    test('consists of the transmission and the round trips', () => {
        // 200 MB are 1,600,000 kilobits: 800 s at 2,000 kbps. 4,000 round trips of 15 ms: 60 s.
        const slow = link({ bandwidth: 2_000, latency: 15 });
        expect(transmissionMinutes(slow, 200)).toBeCloseTo(800 / 60, 9);
        expect(latencyMinutes(slow, 200, assumed)).toBeCloseTo(1, 9);
        expect(transmissionMinutes(link({ latency: 15 }), 200)).toBe(0);
        expect(latencyMinutes(link({ bandwidth: 2_000 }), 200, assumed)).toBe(0);
    });

    test('takes no time for a transfer without data, or over a link that the plan does not describe', () => {
        for (const [plan, megabytes] of [[undefined, 200], [link({ bandwidth: 64, latency: 900 }), 0]] as const) {
            expect(transmissionMinutes(plan, megabytes) + latencyMinutes(plan, megabytes, assumed)).toBe(0);
        }
    });
});

describe('a link that is down', () => {
    test('delivers queued files when a link is up again', () => {
        const { when } = simulated(top + child, '1 day', 'at 1h: fail link of OSL for 6h');
        expect(when('notification-arrived')).toEqual(['0d 07:02 OSL']);
        expect(when('objects-arrived')).toEqual(['0d 07:00 OSL']);
    });

    test('loses files in transit when a link fails, and sends them again', () => {
        const done = simulated(top + child, '1 day').when('sync-done')[0]!;
        expect(done).toBe('0d 03:32 CEN');
        const { when } = simulated(top + child, '1 day', 'at 03:33: fail link of OSL for 10m');
        expect(when('notification-arrived')).toEqual(['0d 03:45 OSL']);
    });

    test('interrupts a synchronization of WSUS that crosses a failed link, and no others', () => {
        const { entries, when } = simulated(top + child + secondary, '1 day', 'at 03:40: fail link of OSL for 5m');
        expect(when('sync-failed')).toEqual(['0d 03:40 OSL']);
        expect(when('sync-done')).toEqual(['0d 03:32 CEN', '0d 05:02 OSL', '0d 05:26 BER']);
        const [event, failure] = ['event', 'sync-failed'].map(kind => entries.find(({ details }) => details.kind === kind)!);
        expect(failure!.because).toBe(event!.id);
    });

    test('prevents clients of a secondary site from reaching the software update point of its parent', () => {
        const remote = 'secondary site TRD reports to OSL { clients: 5 }\n';
        const down = simulated(top + child + remote, '16 days', 'at 5d: fail link of TRD', 'expect clients of TRD fail to scan with unreachable', 'expect clients of OSL scan');
        expect(down.verdicts).toEqual(['held', 'held']);
    });
});

test('counts metadata and scans on the link that they cross', () => {
    const slow = siteText('primary site OSL reports to CEN', 'OSLSUP01', 'mode: mixed', 'clients: 40', 'link: 512 kbps, 40 ms');
    const { result } = simulated(top + slow + 'secondary site TRD reports to OSL { clients: 10 }\n', '3 days');
    const linkOf = (code: string): unknown => result.summary.sites.find(({ site }) => site.code === code)!.link;
    // WSUS fetches 200 MB and one revision of 5 MB at first, then 5 MB a day. The objects of the console take as much, but for the
    // one revision.
    expect(linkOf('OSL')).toEqual({ metadataMegabytes: 205 + 2 * 5 + 200 + 2 * 5, scanMegabytes: 0, fullMinutes: expect.closeTo(425 * 8_000 / 512 / 60, 6) as number });
    expect(linkOf('TRD')).toEqual({ metadataMegabytes: 0, scanMegabytes: 10 * 30, fullMinutes: undefined });
});
