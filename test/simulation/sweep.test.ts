import { describe, expect, test } from 'vitest';
import { type OutageImpact, type PairImpact, runToEnd, sweep, sweepHeadline, type SweepOptions, targetText } from '@sup/simulation';
import { hierarchyOf } from '../support/hierarchy.js';
import { child, secondary, siteText, top } from '../support/simulated.js';

function swept(text: string, options: SweepOptions = { seed: 1 }): { impacts: readonly OutageImpact[]; pairs: readonly PairImpact[]; shares: readonly number[] } {
    const shares: number[] = [];
    const { impacts, pairs } = runToEnd(sweep(hierarchyOf(text), options), ({ done, of }) => shares.push(done / of));
    return { impacts, pairs, shares };
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
        // Oslo serves 540 clients, 500 of them over the link of Trondheim; without the top site, all catalogs age.
        expect(impacts.slice(0, 4).map(({ target }) => targetText(target))).toEqual(['OSLSUP01', 'The link of TRD to its parent', 'CENSUP01', 'Microsoft Update']);
        const cost = impacts.map(({ failedHours, staleHours }) => failedHours + staleHours);
        expect(cost).toEqual([...cost].sort((a, b) => b - a));
    });

    test('measures client-hours in which clients cannot scan', () => {
        expect(impactOf('OSLSUP01')).toMatchObject({ clients: 547 });
        // Clients fail when they are due, evenly over the seven days of the outage: 84 hours each, on average.
        expect(impactOf('The link of TRD to its parent').failedHours).toBeGreaterThan(500 * 83);
        expect(impactOf('The link of TRD to its parent').failedHours).toBeLessThan(500 * 86);
        // Clients fail as they become due, so an outage of one day in seven affects a seventh of them. No catalog becomes too old in one day.
        const short = swept(plan, { seed: 1, outage: 1440 }).impacts.find(({ target }) => targetText(target) === 'The link of TRD to its parent')!;
        expect(short.clients).toBeGreaterThan(500 / 7 - 10);
        expect(short.clients).toBeLessThan(500 / 7 + 10);
        // The clients of Bergen move to Oslo; a scan in progress fails, and is tried again after an hour.
        expect(impactOf('BERSUP01').failedHours).toBeLessThanOrEqual(7);
    });

    // By hand: the outage lasts from day 8 to day 15. The last synchronization before is at 02:00 on day 7, so a catalog is two days old at 02:00 on day 9: 142 hours before the end.
    test.each([
        ['Microsoft Update', 647, 0], ['The link of OSL to its parent', 547, 0], ['The link of BER to its parent', 7, 0], ['The link of TRD to its parent', 500, 500 * 84], ['BERSUP01', 0, 0]
    ])('counts the clients of %s while the catalog that they can get is too old', (name, clients, failed) => {
        const { staleHours, failedHours } = impactOf(name);
        expect(staleHours).toBe(clients * 142);
        expect(Math.abs(failedHours - failed)).toBeLessThanOrEqual(Math.max(7, failed / 40));
    });

    test('stops counting when a newer catalog is available', () => {
        // After five days, one more night brings a new one to Bergen: too old from 02:00 on day 9 to 00:00 on day 13, and the run ends there.
        const { impacts: short } = swept(plan, { seed: 1, outage: 5 * 1440 });
        expect(short.find(({ target }) => targetText(target) === 'Microsoft Update')!.staleHours).toBe(647 * (142 - 48));
    });

    test('lists the servers that get the clients of another one', () => {
        expect(impactOf('BERSUP01').moved).toEqual([{ server: 'OSLSUP01', clients: 547, before: 540 }]);
        expect(impactOf('The link of TRD to its parent').moved).toEqual([]);
    });

    test('lists the links that carry the first scans of clients that move', () => {
        // All 7 clients of Bergen scan in full against the other catalog: 210 MB. The link has no bandwidth in the plan, so it is never full.
        expect(impactOf('BERSUP01').links).toEqual([{ site: 'BER', megabytes: 210, busyHours: 0 }]);
    });
});

test('counts the clients that are harmed without any failure', () => {
    const { undisturbed, outage } = runToEnd(sweep(hierarchyOf(`${top}${child}`), { seed: 1 }), () => undefined);
    expect({ undisturbed, outage }).toEqual({ undisturbed: { clients: 0, failedHours: 0, staleHours: 0 }, outage: 7 * 1_440 });
    // The top site never synchronizes, so no failure can make the catalogs older: they are too old from day 2 to day 15.
    const manual = runToEnd(sweep(hierarchyOf(`${top}${child}`.replace(/schedule: [^\n}]*/, 'schedule: manual')), { seed: 1 }), () => undefined);
    expect(manual.impacts.filter(({ staleHours }) => staleHours > 0)).toEqual([]);
    expect(manual.undisturbed.clients).toBeGreaterThan(0);
    expect(manual.undisturbed.staleHours).toBe(manual.undisturbed.clients * 13 * 24);
});

test('measures no impact without clients', () => {
    const { impacts } = swept(top.replace('clients: 100', ''));
    expect(impacts.map(({ failedHours, staleHours, clients }) => failedHours + staleHours + clients)).toEqual([0, 0]);
});

test('names the sites with an unknown number of clients, and calls no failure harmless then', () => {
    const hierarchy = hierarchyOf(`${top.replace('clients: 100', '')}${child.replace('clients: 40', 'clients: unknown')}`);
    const result = runToEnd(sweep(hierarchy, { seed: 1 }), () => undefined);
    expect(sweepHeadline(hierarchy, result)).toEqual({
        title: 'No single failure affects clients', isHarmless: false,
        detail: '4 parts were stopped one after the other in the simulation. The number of clients is unknown at OSL, so no figure includes them. State it in the plan.'
    });
});

test('throws if a run exceeds its event budget', () => {
    expect(() => swept(top, { seed: 1, budget: 20 })).toThrow('stopped after 20 events');
});

test('uses the given duration of outages', () => {
    const hours = (outage: number): number => swept(top, { seed: 1, outage }).impacts.find(({ target }) => target.kind === 'server')!.failedHours;
    expect(hours(14 * 1440)).toBeGreaterThan(hours(7 * 1440));
});

describe('an assumption that decides an impact', () => {
    const plan = siteText('central site CEN', 'CENSUP01', 'mode: native', 'clients: 100 intranet, 10 internet', 'synchronization { schedule: every 1 day at 02:00 }', 'server CENINT01 {\nwsus 3.0 SP2 { ports: 8530, 8531 }\nsoftware update point internet\n}')
        + siteText('primary site OSL reports to CEN', 'OSLSUP01', 'mode: native', 'clients: 40');

    test('shows the impact with the other choice', () => {
        const { impacts } = swept(plan);
        const [first] = impacts.filter(({ assumption }) => assumption);
        expect(targetText(first!.target)).toBe('CENINT01');
        // Children get nothing while it fails, or only its own clients are affected.
        expect(first).toMatchObject({ assumption: { name: 'internetFailure', value: 0, other: { clients: 10 } } });
        expect(first!.clients).toBeGreaterThan(10);
        expect(impacts.filter(({ assumption }) => assumption)).toHaveLength(1);
    });
});

test('finds pairs of failures that harm more than each alone', () => {
    const { pairs } = swept(`${top}${child}${secondary}`, { seed: 1, pairs: true });
    // Without its own software update point, Bergen has that of Oslo; without the link, it has its own.
    const [worst] = pairs.filter(({ targets }) => targets.every(target => ['BERSUP01', 'The link of BER to its parent'].includes(targetText(target))));
    expect(worst!.additionalHours).toBeGreaterThan(7 * 24);
    expect(swept(top).pairs).toEqual([]);
});
