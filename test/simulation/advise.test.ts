import { describe, expect, test } from 'vitest';
import type { Assumptions } from '@sup/model';
import { type Advice, advise, adviceText, assumptionsText, megabytesText } from '@sup/simulation';
import { hierarchyOf, siteOf } from '../support/hierarchy.js';
import { siteText } from '../support/simulated.js';

const parent = siteText('central site CEN', 'CENSUP01', 'clients: 1000');

function advice(site: string, options: { parent?: string; assumed?: Partial<Assumptions> } = {}): Advice | undefined {
    const hierarchy = hierarchyOf((options.parent ?? parent) + site);
    return advise(hierarchy, siteOf(hierarchy, 'BER'), options.assumed);
}

/** Each client scans once in 7 days and moves 0.2 MB; a replica fetches 5 MB each day. The break-even point is 175 clients. */
const bergen = (clients: number, more = ''): string => `secondary site BER reports to CEN { clients: ${clients}\n${more}\n}\n`;

describe('the advice on a software update point for a secondary site', () => {
    test.each([[50, 'parent'], [116, 'parent'], [117, 'close'], [175, 'close'], [262, 'close'], [263, 'own'], [5000, 'own']])('recommends for %i clients: %s', (clients, recommendation) => {
        expect(advice(bergen(clients))!.recommendation).toBe(recommendation);
    });

    test('includes figures that can be verified manually', () => {
        const given = advice(bergen(350, 'link: 512 kbps, 40 ms'))!;
        expect(given).toMatchObject({ clients: 350, replicaMegabytes: 5, breakEven: 175, hasOwn: false, onceForScans: 700, onceForReplica: 200, parentLoad: 1350, isParentFull: false });
        expect(given.scanMegabytes).toBeCloseTo(10, 9);
        expect(given.ratio).toBeCloseTo(2, 9);
        // 70 MB are 560,000 kilobits, which take 1,094 seconds.
        expect(given.scanMinutes).toBe(19);
        expect(adviceText(given)).toEqual([
            'BER should have its own software update point: a replica moves less data over the link than the scans of its clients.',
            'Scans move 2.0 times as much data as a replica. The break-even point is 175 clients; the site has 350.',
            'Traffic over the link each day: scans 10 MB, a replica 5 MB.',
            'Initial traffic: first scans 700 MB, a replica 200 MB.',
            'One scan of all clients saturates the link for 19m.',
            'The software update point of CEN would serve 1,350 clients, including those of this site.'
        ]);
    });

    test('considers a software update point that the site already has', () => {
        const own = siteText('secondary site BER reports to CEN', 'BERSUP01', 'clients: 350');
        expect(advice(own)).toMatchObject({ hasOwn: true, parentLoad: 1350, recommendation: 'own' });
        expect(adviceText(advice(own)!)[0]).toContain('BER should keep its own');
        expect(adviceText(advice(own.replace('350', '5'))!)[0]).toContain('BER could do without its own');
    });

    test('recommends a separate software update point if the parent\'s is at capacity', () => {
        const full = advice(bergen(50), { parent: siteText('central site CEN', 'CENSUP01', 'clients: 24951') })!;
        expect(full).toMatchObject({ isParentFull: true, parentLoad: 25_001, recommendation: 'own' });
        expect(adviceText(full)[0]).toBe('BER should have its own software update point: with the clients of BER, the software update point of CEN would serve 25,001 clients.');
        expect(advice(bergen(50), { parent: siteText('central site CEN', 'CENSUP01', 'clients: 24950') })!.isParentFull).toBe(false);
    });

    test('the advice depends on the assumptions', () => {
        expect(advice(bergen(50), { assumed: { scanSize: 2 } })!.recommendation).toBe('own');
        expect(assumptionsText(advice(bergen(50), { assumed: { scanSize: 2 } })!)).toContain('Assumed: scan size 2 MB (an estimate: replace it with your own measurement).');
    });

    test.each([
        ['scans', { scanSize: 0 }, 'parent', 'Scans move no data.'],
        ['a replica', { changeSize: 0 }, 'own', 'A replica moves no data. The break-even point is 0 clients; the site has 50.'],
        ['both', { scanSize: 0, changeSize: 0 }, 'close', 'Scans move 1.0 times as much data as a replica.']
    ])('handles traffic of zero for %s', (_, assumed, recommendation, closeness) => {
        const given = advice(bergen(50), { assumed })!;
        expect(given.recommendation).toBe(recommendation);
        expect(adviceText(given)[1]).toBe(closeness);
    });

    test('gives no advice for a primary site, or for a secondary site without a parent', () => {
        expect(advice('primary site BER reports to CEN { clients: 50 }\n')).toBeUndefined();
        expect(advice('secondary site BER { clients: 50 }\n')).toBeUndefined();
    });
});

test.each([[0.15, '0.1 MB'], [2, '2 MB'], [12.4, '12 MB'], [1500, '1.5 GB'], [2000, '2 GB'], [0, '0 MB']])('formats %f megabytes as %s', (megabytes, text) => {
    expect(megabytesText(megabytes)).toBe(text);
});
