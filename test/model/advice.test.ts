import { describe, expect, test } from 'vitest';
import { type Advice, adviceAssumptions, advise, adviceText, type Assumptions, assumptionsText, megabytesText } from '@sup/model';
import { hierarchyOf, siteOf } from '../support/hierarchy.js';
import { siteText } from '../support/simulated.js';

const parent = siteText('central site CEN', 'CENSUP01', 'clients: 1000', 'synchronization { schedule: every 1 day at 02:00 }');

function advice(site: string, options: { parent?: string; assumed?: Partial<Assumptions> } = {}): Advice {
    const hierarchy = hierarchyOf((options.parent ?? parent) + site);
    return advise(hierarchy, siteOf(hierarchy, 'BER'), options.assumed)!;
}

const bergen = (clients: number | string, ...more: readonly string[]): string => `secondary site BER reports to CEN { clients: ${clients}\n${more.join('\n')}\n}\n`;

describe('the advice on a software update point for a secondary site', () => {
    // By hand: at 1 Mbps a megabyte takes 8 seconds. The first scans of 60 clients, 1,800 MB, take 4 hours; those of 360 take 24.
    test.each([[60, 'parent', 'light'], [61, 'close', 'between'], [360, 'close', 'between'], [361, 'own', 'heavy']])('recommends for %i clients on 1 Mbps: %s', (clients, recommendation, reason) => {
        expect(advice(bergen(clients, 'link: 1 Mbps'))).toMatchObject({ recommendation, reason, turningPoints: { parentUpTo: 60, ownFrom: 361 } });
    });

    // By hand: 350 clients need 350 × 30 × 8,000 / (4 × 3,600) = 5,833 kbps for first scans of 4 hours, and 972 kbps for 24.
    test.each([[972, 'own'], [973, 'close'], [5833, 'close'], [5834, 'parent']])('recommends for 350 clients on %i kbps: %s', (bandwidth, recommendation) => {
        expect(advice(bergen(350, `link: ${bandwidth} kbps`))).toMatchObject({ recommendation, turningPoints: { ownUpToBandwidth: 972, parentFromBandwidth: 5834 } });
    });

    test('includes figures that can be verified manually', () => {
        const given = advice(bergen(350, 'link: 512 kbps, 40 ms'));
        expect(given).toMatchObject({
            recommendation: 'own', reason: 'heavy', blocked: false, hasOwn: false, clients: 350, parentLoad: 1350, supported: 25_000,
            turningPoints: { parentUpTo: 30, ownFrom: 185, ownUpToBandwidth: 972, parentFromBandwidth: 5844 }
        });
        // A scan of all: 350 MB, 2,800,000 kilobits, 5,469 seconds, 76% of two hours.
        expect(given.link!.scanMinutes).toBeCloseTo(91.15, 2);
        expect(given.link!.spreadShare).toBeCloseTo(0.75955, 5);
        // First scans: 10,500 MB, 164,063 seconds, and 24 seconds for 600 round trips. A replica: 200 MB, 3,125 seconds, and 160 seconds.
        expect(given.link!.firstScanHours).toBeCloseTo(45.580, 3);
        expect(given.link!.firstPullHours).toBeCloseTo(0.9125, 4);
        // Each day 5 MB: 78.1 seconds, and 4 seconds for 100 round trips.
        expect(given.link!.pullMinutesPerDay).toBeCloseTo(1.369, 3);
        expect(given.traffic).toMatchObject({ scanMegabytes: 50, replicaMegabytes: 5, onceForScans: 10_500, onceForReplica: 200, ratio: 10 });
        expect(adviceText(given)).toEqual([
            'BER should have its own software update point: the scans of its clients fill the link for too long. One scan of all of them takes 91 minutes of the link (76% of the scan spread), their first scans 46 hours.',
            'With a link of 5.844 Mbps or more, the site needs no software update point of its own.',
            'The advice changes with the number of clients over this link: up to 30 clients the software update point of the parent is enough, and from 185 clients on the site should have its own. The site has 350.',
            'For 350 clients it changes with the bandwidth: up to 972 kbps the site should have its own, and from 5.844 Mbps on the parent\'s is enough.',
            'Link filled per day: 13 minutes by scans, or 1.4 minutes by a replica, whose first synchronization takes 0.91 hours.',
            'At 40 ms, each scan waits 0.8 seconds for answers, which leaves the link free.',
            'If a software update point at the site fails, its clients scan in full against another catalog: 46 hours of the link.',
            'Traffic over the link each day: scans 50 MB, a replica 5 MB.',
            'Initial traffic: first scans 11 GB, a replica 200 MB.',
            'The software update point of CEN would serve 1,350 clients, including those of this site; it supports 25,000.'
        ]);
    });

    test('never recommends a server for a single client', () => {
        expect(advice(bergen(1, 'link: 16 kbps'))).toMatchObject({ recommendation: 'parent', reason: 'one-client', blocked: false });
        expect(adviceText(advice(bergen(0)))[0]).toBe('BER does not need its own software update point: it has no clients on the intranet.');
        expect(advice(bergen(2, 'link: 16 kbps')).reason).not.toBe('one-client');
    });

    test('names the parent first if that has no software update point', () => {
        const given = advice(bergen(500, 'link: 64 kbps'), { parent: 'central site CEN { clients: 10 }\n' });
        expect(given).toMatchObject({ recommendation: 'parent', reason: 'blocked', blocked: true });
        expect(adviceText(given)[0]).toContain('Give CEN one first.');
    });

    test('asks for the bandwidth and for the clients that the plan does not state', () => {
        expect(advice(bergen(500))).toMatchObject({ recommendation: 'close', reason: 'bandwidth-unknown', link: undefined });
        expect(advice(bergen('unknown', 'link: 64 kbps'))).toMatchObject({ recommendation: 'close', reason: 'clients-unknown', clients: undefined });
    });

    test('does not decide while it is unknown whether the software update point of the parent is active', () => {
        const given = advice(bergen(500, 'link: 64 kbps'), { parent: siteText('central site CEN', 'CENSUP01', 'clients: 10').replace('point active', 'point unknown') });
        expect(given).toMatchObject({ recommendation: 'close', reason: 'parent-unknown', blocked: false });
        expect(adviceText(given)[0]).toBe('The figures do not decide whether BER should have its own software update point: the plan states that it is unknown whether the software update point of CEN is active. State it.');
        expect(adviceText(given).join(' ')).not.toContain('would serve');
    });

    test('states that it is unknown whether the software update point of the site is active', () => {
        const own = siteText('secondary site BER reports to CEN', 'BERSUP01', 'clients: 400', 'link: 1 Mbps').replace('point active', 'point unknown');
        expect(advice(own)).toMatchObject({ hasOwn: undefined, recommendation: 'own' });
        expect(adviceText(advice(own)).slice(0, 2)).toEqual([
            expect.stringContaining('BER should have its own') as string,
            'The plan states that it is unknown whether the software update point of BER is active, so the advice does not say whether it differs from the plan.'
        ]);
    });

    test('considers a software update point that the site already has', () => {
        const own = siteText('secondary site BER reports to CEN', 'BERSUP01', 'clients: 400', 'link: 1 Mbps');
        expect(advice(own)).toMatchObject({ hasOwn: true, parentLoad: 1400, recommendation: 'own' });
        expect(adviceText(advice(own))[0]).toContain('BER should keep its own');
        expect(adviceText(advice(own.replace('400', '5')))[0]).toContain('BER could do without its own');
    });

    // 22,500 is 90% of the 25,000 clients that a software update point beside other roles supports.
    test.each([[22_450, 'parent'], [22_451, 'close'], [24_950, 'close'], [24_951, 'own']])('recommends beside %i clients of the parent: %s', (clients, recommendation) => {
        const given = advice(bergen(50, 'link: 1 Gbps'), { parent: siteText('central site CEN', 'CENSUP01', `clients: ${clients}`) });
        expect(given).toMatchObject({ recommendation, parentLoad: clients + 50, turningPoints: { ownFrom: 25_001 - clients } });
    });

    test('counts four nodes of a cluster for the capacity of the parent', () => {
        const node = (name: string): string => `server ${name} { wsus 3.0 SP2 { ports: 80 } software update point }\n`;
        const given = advice(bergen(50, 'link: 1 Gbps'), {
            parent: `central site CEN { clients: 100\nserver CENSRV01 { site server }\n${['N1', 'N2'].map(node).join('')}cluster NLB { nodes: N1, N2\nsoftware update point active }\n}\n`
        });
        expect(given).toMatchObject({ supported: 200_000, recommendation: 'parent' });
    });

    test('names a link that is too slow for a replica as well', () => {
        // 200 MB at 16 kbps: 100,000 seconds, 28 hours.
        const given = advice(bergen(200, 'link: 16 kbps'));
        expect(given).toMatchObject({ recommendation: 'close', reason: 'too-slow' });
        expect(adviceText(given)[0]).toContain('too slow');
    });

    test('does not recommend a replica that moves more data than the scans', () => {
        // 20 MB of scans fill 40 kbps for 67 of 120 minutes. Per day that is 2.9 MB, a replica 5 MB, and its first 200 MB take longer than 20 MB of first scans.
        expect(advice(bergen(20, 'link: 40 kbps'), { assumed: { firstScanSize: 1 } })).toMatchObject({ recommendation: 'close', reason: 'replica-no-lighter' });
    });

    test('adds the round trips of a slow answer to the first scans', () => {
        expect(advice(bergen(60, 'link: 1 Mbps, 1000 ms'))).toMatchObject({ recommendation: 'close', turningPoints: { parentUpTo: 57 } });
    });

    test('names a longer window for a replica that a closed link keeps behind', () => {
        const given = advice(bergen(1000, 'link: 512 kbps, open 16:47 to 22:00'));
        // CEN has synchronized at 02:47, so for 14 hours: 1,000 clients × 840 minutes / 10,080 minutes, with a first scan there and one back.
        expect(given.gap).toMatchObject({ behindMinutes: 840, clientsPerDay: expect.closeTo(83.33, 2), megabytesPerDay: expect.closeTo(5000, 6) });
        expect(adviceText(given)).toContain('Its link is closed to notifications when CEN has synchronized. Until it opens, for up to 14h, a replica at BER is behind, and about 83 clients a day would scan against CEN instead: up to 5 GB a day more over the link. A longer window would avoid this.');
        expect(advice(bergen(1000, 'link: 512 kbps')).gap).toBeUndefined();
    });

    test('expects a replica to be behind only if the link is closed when the parent has synchronized', () => {
        // CEN ends its scheduled run at 02:54.
        const daily = { parent: siteText('central site CEN', 'CENSUP01', 'clients: 10', 'synchronization { schedule: every 1 day at 02:07 }') };
        expect(advice(bergen(1000, 'link: 512 kbps, open 20:00 to 06:00'), daily).gap).toBeUndefined();
        expect(advice(bergen(1000, 'link: 512 kbps, open 06:00 to 20:00'), daily).gap).toMatchObject({ behindMinutes: 186 });
        const hourly = { parent: daily.parent.replace('1 day at 02:07', '6 hours') };
        expect(advice(bergen(1000, 'link: 512 kbps, open 20:00 to 06:00'), hourly).gap).toMatchObject({ behindMinutes: 840 });
    });

    test('depends on the assumptions, which it names', () => {
        const assumed = { firstScanSize: 300 };
        expect(advice(bergen(50, 'link: 1 Mbps'), { assumed }).recommendation).toBe('own');
        expect(assumptionsText(adviceAssumptions, advice(bergen(50), { assumed }).assumed)).toContain('Assumed: first scan size 300 MB (set in the plan or in `sup.config.json`).');
        expect(assumptionsText(adviceAssumptions, advice(bergen(50)).assumed)).toContain('Assumed: scan size 1 MB (an estimate: replace it with your own measurement).');
    });

    test.each([
        [{ scanSize: 0, firstScanSize: 0 }, 'parent'],
        [{ changeSize: 0, catalogSize: 0 }, 'own'],
        [{ scanSize: 0, firstScanSize: 0, changeSize: 0, catalogSize: 0 }, 'parent']
    ])('handles traffic of zero: %j', (assumed, recommendation) => {
        expect(advice(bergen(500, 'link: 1 Mbps'), { assumed }).recommendation).toBe(recommendation);
    });

    test('gives no advice for a primary site, or for a secondary site without a parent', () => {
        expect(advice('primary site BER reports to CEN { clients: 50 }\n')).toBeUndefined();
        expect(advice('secondary site BER { clients: 50 }\n')).toBeUndefined();
    });
});

test.each([[0.15, '0.1 MB'], [2, '2 MB'], [12.4, '12 MB'], [1500, '1.5 GB'], [2000, '2 GB'], [0, '0 MB'], [1_200_000, '1,200 GB']])('formats %f megabytes as %s', (megabytes, text) => {
    expect(megabytesText(megabytes)).toBe(text);
});
