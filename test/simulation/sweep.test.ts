import { describe, expect, test } from 'vitest';
import { type OutageImpact, runToEnd, sweep, type SweepOptions, targetText } from '@sup/simulation';
import { hierarchyOf } from '../support/hierarchy.js';
import { child, secondary, top } from '../support/simulated.js';

function swept(text: string, options: SweepOptions = { seed: 1 }): { impacts: readonly OutageImpact[]; shares: readonly number[] } {
    const shares: number[] = [];
    const impacts = runToEnd(sweep(hierarchyOf(text), options), ({ done, of }) => shares.push(done / of));
    return { impacts, shares };
}

describe('the sweep', () => {
    const plan = `${top}${child}${secondary}secondary site TRD reports to OSL { clients: 500 }\n`;
    const { impacts, shares } = swept(plan);
    const impactOf = (name: string): OutageImpact => impacts.find(({ target }) => targetText(target) === name)!;

    test('simulates outages of Microsoft Update, every server and every link in turn', () => {
        expect(impacts.map(({ target }) => targetText(target)).sort()).toEqual([
            'BERSUP01', 'CENSUP01', 'Microsoft Update', 'OSLSUP01', 'The link of BER to its parent', 'The link of OSL to its parent', 'The link of TRD to its parent'
        ]);
        // One run without an outage and one for each target.
        expect(shares.length).toBeGreaterThanOrEqual(8);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect([shares[0], shares.at(-1)! < 1]).toEqual([0, true]);
    });

    test('returns the largest impact first', () => {
        // All catalogs age without the top site; Oslo serves 540 clients, 500 of them over the link of Trondheim.
        expect(impacts.slice(0, 4).map(({ target }) => targetText(target))).toEqual(['CENSUP01', 'Microsoft Update', 'OSLSUP01', 'The link of OSL to its parent']);
        const cost = impacts.map(({ failedHours, staleHours }) => failedHours + staleHours);
        expect(cost).toEqual([...cost].sort((a, b) => b - a));
    });

    test('measures client-hours in which clients cannot scan', () => {
        expect(impactOf('OSLSUP01')).toMatchObject({ clients: 547 });
        expect(impactOf('OSLSUP01').failedHours).toBeGreaterThan(0);
        expect(impactOf('OSLSUP01').failedHours).toBeLessThanOrEqual(547 * 7 * 24);
        expect(impactOf('BERSUP01').failedHours).toBe(0);
    });

    test('measures client-hours with a catalog older than twice the schedule', () => {
        // An outage of a week with daily synchronizations: the catalogs of all 647 clients are too old for nearly six days.
        const { failedHours, staleHours, clients } = impactOf('Microsoft Update');
        expect({ failedHours, clients }).toEqual({ failedHours: 0, clients: 647 });
        expect(staleHours).toBeGreaterThan(647 * 5.8 * 24);
        expect(staleHours).toBeLessThan(647 * 5.9 * 24);
    });

    test('lists the servers that get the clients of another one', () => {
        expect(impactOf('BERSUP01').moved).toEqual([{ server: 'OSLSUP01', clients: 547, before: 540 }]);
        expect(impactOf('The link of TRD to its parent').moved).toEqual([]);
    });
});

test('measures no impact without clients', () => {
    const { impacts } = swept(top.replace('clients: 100', ''));
    expect(impacts.map(({ failedHours, staleHours, clients }) => failedHours + staleHours + clients)).toEqual([0, 0]);
});

test('throws if a run exceeds its event budget', () => {
    expect(() => swept(top, { seed: 1, budget: 20 })).toThrow('stopped after 20 events');
});

test('uses the given duration of outages', () => {
    const hours = (outage: number): number => swept(top, { seed: 1, outage }).impacts.find(({ target }) => target.kind === 'server')!.failedHours;
    expect(hours(14 * 1440)).toBeGreaterThan(hours(7 * 1440));
});
