import { describe, expect, test } from 'vitest';
import type { Assumptions } from '@sup/model';
import { type Bound, boundsBothWays, boundText, complianceOf, complianceRows, durationText, findBound, plainScenario, settledByDefault, simulate, type TraceEntry } from '@sup/simulation';
import { hierarchyOf, siteOf } from '../support/hierarchy.js';
import { Random } from '../support/random.js';
import { randomHierarchy } from '../support/random-hierarchy.js';
import { byRunLength } from '../support/run-length.js';
import { child, secondary, simulated, siteText, top } from '../support/simulated.js';

const boundOf = (text: string, assumed: Partial<Assumptions> = {}): Bound => findBound(hierarchyOf(text), assumed);
const partsOf = ({ parts }: Bound): readonly string[] => parts.map(({ kind, site, minutes }) => `${kind} ${site} ${minutes}`);
const central = (...more: readonly string[]): string => siteText('central site CEN', 'CENSUP01', 'mode: mixed', ...more);
const daily = 'synchronization { schedule: every 1 day at 02:00 }';
const unserved = (...more: readonly string[]): string => `secondary site BER reports to CEN {\n${more.join('\n')}\n}\n`;

/** A run of this site takes longer than an hour. */
const overfullSchedule = siteText('central site CEN', 'CENSUP01', 'mode: native', 'clients: 10 internet', 'synchronization { schedule: every 1 hour }', 'server CENINT01 {\nwsus 3.0 SP2 { ports: 8530, 8531 }\nsoftware update point internet\n}');

/** After its software update point has the update, a client waits for its policy (60 minutes), its next scan (10,080), and the spread (120). */
const scans = 60 + 10_080 + 120;

/** Plans with figures that were worked out on paper from the description of load: minutes until the last client has scanned, and their parts. */
const plans: readonly (readonly [what: string, plan: string, minutes: number, parts: readonly string[], assumed?: Partial<Assumptions>])[] = [
    ['one site that synchronizes every day', central('clients: 100', 'synchronization { schedule: every 1 day at 02:07 }'), 11_747, [
        'schedule CEN 1440', 'synchronization CEN 47', 'policy CEN 60', 'scan-interval CEN 10080', 'scan-spread CEN 120'
    ]],
    ['one site that synchronizes every 12 hours', central('clients: 100', 'synchronization { schedule: every 12 hours }'), 11_027, [
        'schedule CEN 720', 'synchronization CEN 47', 'policy CEN 60', 'scan-interval CEN 10080', 'scan-spread CEN 120'
    ]],
    // Between the second Tuesdays of two months are 28 or 35 days.
    ['one site that synchronizes every second Tuesday', central('clients: 100', 'synchronization { schedule: on the second Tuesday of every month at 20:00 }'), 35 * 1440 + 47 + scans, [
        'schedule CEN 50400', 'synchronization CEN 47', 'policy CEN 60', 'scan-interval CEN 10080', 'scan-spread CEN 120'
    ]],
    // Each level below takes 2 minutes for the notification, 20 for WSUS and 2 to settle.
    ['three levels', top + child + secondary, 1440 + 47 + 24 + 24 + scans, [
        'schedule CEN 1440', 'synchronization CEN 47', 'notification OSL 2', 'synchronization OSL 22', 'notification BER 2', 'synchronization BER 22',
        'policy BER 60', 'scan-interval BER 10080', 'scan-spread BER 120'
    ]],
    // The top is done at 02:47, and the link opens at 20:00: 17 hours and 13 minutes later.
    ['a link with a window', top + child.replace('clients: 40', 'clients: 40\nlink: 2 Mbps, open 20:00 to 22:00'), 1440 + 47 + 1033 + 24 + scans, [
        'schedule CEN 1440', 'synchronization CEN 47', 'link-window OSL 1033', 'notification OSL 2', 'synchronization OSL 22', 'policy OSL 60', 'scan-interval OSL 10080', 'scan-spread OSL 120'
    ]],
    // The worst update is published just after 21:00. The run of 22:00 ends after the window, which opens at 20:00 the next day: it arrives at 20:02 and is there at 20:24.
    ['an hourly schedule and a window', central('clients: 1', 'synchronization { schedule: every 1 hour }') + child.replace('clients: 40', 'clients: 40\nlink: 2 Mbps, open 20:00 to 22:00'), 23 * 60 + 24 + scans, [
        'schedule CEN 60', 'synchronization CEN 47', 'link-window OSL 1273', 'notification OSL 2', 'synchronization OSL 22', 'policy OSL 60', 'scan-interval OSL 10080', 'scan-spread OSL 120'
    ]],
    // 2,000 MB are 16,000,000 kilobits: 16,000 seconds, 266.7 minutes, more than the spread.
    // The runs end at 02:54 and 14:54; the second notification waits until 20:00.
    ['a schedule in hours and a link with a window', top.replace('every 1 day at 02:00', 'every 12 hours at 02:07') + child.replace('clients: 40', 'clients: 40\nlink: 2 Mbps, open 20:00 to 06:00'), 720 + 47 + 306 + 24 + scans, [
        'schedule CEN 720', 'synchronization CEN 47', 'link-window OSL 306', 'notification OSL 2', 'synchronization OSL 22', 'policy OSL 60', 'scan-interval OSL 10080', 'scan-spread OSL 120'
    ]],
    ['clients whose scans fill a link', central('clients: 100', daily) + unserved('clients: 2000', 'link: 1 Mbps, 40 ms'), 1487 + 60 + 10_080 + 267, [
        'schedule CEN 1440', 'synchronization CEN 47', 'policy CEN 60', 'scan-interval CEN 10080', 'link CEN 267'
    ]],
    // At 64 kbps, the scan of the one client takes 125 seconds, and 20 answers over 400 milliseconds 8 seconds: 2.2 minutes after it has started last.
    ['one client on a thin link', central('clients: 100', daily) + unserved('clients: 1', 'link: 64 kbps, 400 ms'), 1487 + scans + 3, [
        'schedule CEN 1440', 'synchronization CEN 47', 'policy CEN 60', 'scan-interval CEN 10080', 'scan-spread CEN 120', 'last-scan CEN 3'
    ]],
    // 90 scans a minute of a software update point for 25,000 clients: 277.8 minutes.
    ['a software update point at its throughput', central('clients: 25000', daily), 1487 + 60 + 10_080 + 278, [
        'schedule CEN 1440', 'synchronization CEN 47', 'policy CEN 60', 'scan-interval CEN 10080', 'server CEN 278'
    ]],
    // 100 MB at 128 kbps: 6,250 seconds, 104.2 minutes instead of 20.
    ['a replica with much to fetch over a thin link', central('clients: 100', daily) + siteText('secondary site BER reports to CEN', 'BERSUP01', 'clients: 10', 'link: 128 kbps'), 1487 + 2 + 105 + 2 + scans, [
        'schedule CEN 1440', 'synchronization CEN 47', 'notification BER 2', 'pull BER 105', 'synchronization BER 2', 'policy BER 60', 'scan-interval BER 10080', 'scan-spread BER 120'
    ], { changeSize: 100 }],
    // A primary site gets as much again for its database, over the same link: 208.3 minutes.
    ['a primary site with much to fetch over a thin link', top + child.replace('clients: 40', 'clients: 40\nlink: 128 kbps'), 1487 + 2 + 209 + 2 + scans, [
        'schedule CEN 1440', 'synchronization CEN 47', 'notification OSL 2', 'pull OSL 209', 'synchronization OSL 2', 'policy OSL 60', 'scan-interval OSL 10080', 'scan-spread OSL 120'
    ], { changeSize: 100 }],
    // The Internet-based software update point follows the active one, in 20 minutes.
    ['clients on the Internet', siteText('central site CEN', 'CENSUP01', 'mode: native', 'clients: 100 intranet, 10 internet', daily, 'server CENINT01 {\nwsus 3.0 SP2 { ports: 8530, 8531 }\nsoftware update point internet\n}'), 1440 + 67 + scans, [
        'schedule CEN 1440', 'synchronization CEN 67', 'policy CEN 60', 'scan-interval CEN 10080', 'scan-spread CEN 120'
    ]],
    // A run takes 67 minutes, so the next one starts when it ends, not after an hour.
    ['a schedule shorter than a run', overfullSchedule, 67 + 67 + scans, [
        'schedule CEN 67', 'synchronization CEN 67', 'policy CEN 60', 'scan-interval CEN 10080', 'scan-spread CEN 120'
    ]]
];

describe('the bound of the time until the last client has scanned for an update', () => {
    test.each(plans.map(([what, plan, minutes, parts, assumed = {}]) => ({ what, plan, minutes, parts, assumed })))('agrees with the figures by hand for $what', ({ plan, minutes, parts, assumed }) => {
        const bound = boundOf(plan, assumed);
        expect(partsOf(bound)).toEqual(parts);
        expect(bound.minutes).toBe(minutes);
        expect(bound.parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(minutes);
    });

    test('names sites whose runs follow one another', () => {
        const bound = boundOf(overfullSchedule);
        expect(bound.busySites).toEqual(['CEN']);
        expect(boundText(bound)).toContain('CEN takes longer to synchronize than its schedule allows, so one run follows the other.');
    });

    test('renders a headline and its parts', () => {
        expect(boundText(boundOf(plans[0]![1]))).toEqual([
            'Without failures, a new update reaches the last client within 8d 3h 47m at most (CEN/intranet, against CENSUP01), whenever it is published and wherever clients are in their scan cycle:',
            '1d until CEN synchronizes on schedule',
            '47m while CEN synchronizes',
            '1h until clients request policy',
            '7d until clients are due to scan again',
            '2h over which clients spread their scans'
        ]);
        expect(durationText(11_747)).toBe('8d 3h 47m');
    });

    test('does not depend on the seed, or on the time of day of the schedule', () => {
        const minutes = ['00:00', '02:07', '23:59'].map(at => boundOf(central('clients: 100', `synchronization { schedule: every 1 day at ${at} }`)).minutes);
        expect(new Set(minutes)).toEqual(new Set([11_747]));
    });
});

describe('a plan without a bound', () => {
    test.each([
        ['manual-schedule', central('clients: 10'), 'CEN synchronizes only when an administrator starts it.'],
        ['manual-schedule', central('clients: 10', 'synchronization { schedule: manual }'), 'Give it a schedule.'],
        ['no-clients', central(daily), 'The plan has no clients.'],
        ['no-update-point', top + 'primary site OSL reports to CEN { clients: 5 }\n', 'OSL has no active software update point'],
        ['never-synchronizes', top + child.replace('software update point active', 'software update point active { ports: 80, 443 }'), 'OSL never synchronizes: the ports of the role on OSLSUP01 differ'],
        ['scans-fail', central('clients: 10', daily, 'group policy: "http://other:80"'), 'The scan of CEN/intranet against CENSUP01 failed: a domain Group Policy names another update service.'],
        ['scans-fail', central('clients: 10 internet', daily), 'The scan of CEN/internet failed'],
        ['manual-import', top + child.replace('clients: 40', 'clients: 40\nsynchronization { source: none }'), 'OSL is not connected to a source']
    ])('says why: %s', (kind, plan, text) => {
        const bound = boundOf(plan);
        expect(bound).toMatchObject({ minutes: undefined, reason: { kind } });
        expect(bound.reason!.text).toContain(text);
        expect(boundText(bound)[0]).toContain(text);
    });

    test('names a link that never carries what its clients ask for', () => {
        // In a day, 512 kbps carry 5,530 MB.
        const plan = (clients: number): string => central('clients: 10', daily) + unserved(`clients: ${clients}`, 'link: 512 kbps');
        const assumed = { scanInterval: 1440 };
        expect(boundOf(plan(5529), assumed).minutes).toBe(1487 + 60 + 1440 + 1440);
        const none = boundOf(plan(5530), assumed);
        expect(none.reason).toEqual({ kind: 'link-too-slow', subject: 'BER', text: 'The link of BER (512 kbps) never catches up: in each scan interval, 5,530 scans are 5.5 GB, and it carries 5.5 GB.' });
    });

    test('does not affect the clients of other sites', () => {
        const { groups } = boundOf(top + child.replace('software update point active', 'software update point active { ports: 80, 443 }'));
        expect(groups.map(({ clients, minutes }) => [clients, minutes])).toEqual([['CEN/intranet', 11_747], ['OSL/intranet', undefined]]);
    });
});

test('does not take an unknown number of clients for none', () => {
    expect(boundOf('central site CEN { clients: unknown }\n').reason!.text).toBe('The plan states that the number of clients is unknown: CEN. State it.');
    const bound = boundOf(`${top}${child.replace('clients: 40', 'clients: 40\nclients "Shop" { count: unknown }')}primary site BIR reports to CEN { clients: unknown }\n`);
    expect(bound.unknownClients).toEqual(['BIR', 'OSL']);
    expect(boundText(bound).at(-1)).toBe('The number of clients is unknown at BIR, OSL, so no figure includes them. State it in the plan.');
    expect(complianceRows(bound).map(([site, count]) => [site, count])).toEqual([['CEN', 100], ['OSL', 40], ['BIR', 'unknown'], ['OSL, others', 'unknown'], ['all known clients', 140]]);
    expect(boundOf('central site CEN { }\n').reason!.text).toBe('The plan has no clients.');
});

test('loses the scan interval if a new catalog makes clients scan', () => {
    const bound = boundOf(plans[0]![1], { newCatalogScans: 1 });
    // 1 day, 3 hours and 47 minutes.
    expect(bound.minutes).toBe(1440 + 47 + 60 + 120);
});

test('takes the interval of imports into account', () => {
    // Below a top that is done after 47 minutes: up to 7 days until the next import, then one to the next synchronization of the top, 2 minutes for its notification and 2 to settle.
    const bound = boundOf(top + child.replace('clients: 40', 'clients: 40\nsynchronization { source: none\nimport: every 7 days from CENSUP01 }'));
    expect(bound.minutes).toBe(1487 + 2 + 10_080 + 1440 + 2 + scans);
});

test.each(['installed', 'settled'] as const)('no run of a random hierarchy that starts %s takes longer than its bound', start => {
    let compared = 0;
    for (let seed = 1; seed <= byRunLength({ short: 150, long: 3_000 }); seed++) {
        const hierarchy = randomHierarchy(new Random(seed), 4);
        const { minutes } = findBound(hierarchy);
        const { propagation } = simulate(hierarchy, plainScenario(40 * 1440), start === 'settled' ? settledByDefault({}) : {});
        if (minutes !== undefined && propagation) {
            compared++;
            expect(propagation.minutes, `seed ${seed}`).toBeLessThanOrEqual(minutes);
        }
    }
    expect(compared).toBeGreaterThan(30);
});

test('compares a secondary site with and without its own software update point', () => {
    // Without one, the scans of 2,000 clients take 267 minutes of the link. With one, the path is 24 minutes longer, and the spread of 120 minutes counts.
    const without = central('clients: 100', daily) + unserved('clients: 2000', 'link: 1 Mbps');
    const own = central('clients: 100', daily) + siteText('secondary site BER reports to CEN', 'BERSUP01', 'clients: 2000', 'link: 1 Mbps');
    // After the three hours of poll and spread, the first scans take up to 60,000 MB over 1 Mbps: 8,000 minutes.
    const expected = { parent: 1487 + 60 + 10_080 + 267, own: 1487 + 24 + scans, firstScans: { parent: 8_180, own: 180 }, isBypassed: false };
    expect([without, own].map(plan => {
        const hierarchy = hierarchyOf(plan);
        return boundsBothWays(hierarchy, siteOf(hierarchy, 'BER'));
    })).toEqual([expected, expected]);
});

describe('the time until all clients have scanned for the first time', () => {
    test.each([
        // 30 MB at 64 kbps take 62.5 minutes, and 600 answers over 400 milliseconds 4; the last client starts after three hours.
        { clients: 1, link: '64 kbps, 400 ms', minutes: 180 + 67 },
        // 3 × 30 MB at 9.6 kbps.
        { clients: 3, link: '9.6 kbps', minutes: 180 + 1250 },
        { clients: 80, link: '512 kbps', minutes: 180 + 625 },
        // Nearly as long as poll and spread: in the middle of them, more clients start than the link carries.
        { clients: 100, link: '2222 kbps', minutes: 180 + 181 },
        // The link carries what clients ask for at any time, so only the last scan follows.
        { clients: 100, link: '10 Mbps', minutes: 180 + 1 }
    ])('the time of first scans is not less than that of a run: $clients clients over $link', ({ clients, link, minutes }) => {
        const { hierarchy, entries } = simulated(central(daily) + unserved(`clients: ${clients}`, `link: ${link}`), '3 days');
        const timeOf = (kind: TraceEntry['details']['kind']): number => entries.find(entry => entry.details.kind === kind && entry.site === 'BER')!.time;
        expect(findBound(hierarchy).groups[0]!.firstScans).toBe(minutes);
        expect(timeOf('scanned') - timeOf('policy')).toBeLessThanOrEqual(minutes);
    });
});

test('finds no bounds for a secondary site without clients', () => {
    const hierarchy = hierarchyOf(central('clients: 100', daily) + unserved('link: 1 Mbps'));
    expect(boundsBothWays(hierarchy, siteOf(hierarchy, 'BER'))).toBeUndefined();
});

describe('the compliance after a publication', () => {
    test('follows the scan cycle of evenly spread clients', () => {
        const { clients, by, all } = complianceOf(boundOf(plans[0]![1]));
        // The software update point has the update after 1,487 minutes, and each minute one client in 10,080 scans.
        expect(clients).toBe(100);
        expect(by.map(({ minutes }) => minutes)).toEqual([1487 + 5040, 1487 + 9072, 1487 + 9576, 1487 + 9980]);
        expect(all).toBe(11_747);
    });

    test('stays incomplete while some clients never scan', () => {
        const { by, all } = complianceOf(boundOf(top + 'primary site OSL reports to CEN { clients: 100 }\n'));
        expect(by.map(({ minutes }) => minutes)).toEqual([1487 + 10_080, undefined, undefined, undefined]);
        expect(all).toBeUndefined();
    });
});
