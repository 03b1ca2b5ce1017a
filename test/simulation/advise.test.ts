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

/** So many clients scan once in 7 days, 0.2 MB each; a replica gets 5 MB each day. Both are equal at 175. */
const bergen = (clients: number, more = ''): string => `secondary site BER reports to CEN { clients: ${clients}\n${more}\n}\n`;

describe('whether a secondary site should have its own software update point', () => {
    test.each([[50, 'parent'], [116, 'parent'], [117, 'close'], [175, 'close'], [262, 'close'], [263, 'own'], [5000, 'own']])('with %i clients: %s', (clients, recommendation) => {
        expect(advice(bergen(clients))!.recommendation).toBe(recommendation);
    });

    test('rests on figures that can be checked by hand', () => {
        const given = advice(bergen(350, 'link: 512 kbps, 40 ms'))!;
        expect(given).toMatchObject({ clients: 350, replicaMegabytes: 5, breakEven: 175, hasOwn: false, onceForScans: 700, onceForReplica: 200, parentLoad: 1350, isParentFull: false });
        expect(given.scanMegabytes).toBeCloseTo(10, 9);
        expect(given.ratio).toBeCloseTo(2, 9);
        // 70 MB are 560,000 kilobits, which take 1,094 seconds.
        expect(given.scanMinutes).toBe(19);
        expect(adviceText(given)).toEqual([
            'BER should have its own software update point: a replica moves less over the link than the scans of its clients.',
            'Scans move 2.0 times as much as a replica. Both would be equal at 175 clients; there are 350.',
            'Over the link, each day: scans 10 MB, a replica 5 MB.',
            'Once, at the start: first scans 700 MB, a replica 200 MB.',
            'One scan of all clients fills the link for 19m.',
            'The software update point of CEN would serve 1350 clients with those of this site.'
        ]);
    });

    test('says so of one that it has already', () => {
        const own = siteText('secondary site BER reports to CEN', 'BERSUP01', 'clients: 350');
        expect(advice(own)).toMatchObject({ hasOwn: true, parentLoad: 1350, recommendation: 'own' });
        expect(adviceText(advice(own)!)[0]).toContain('BER rightly has its own');
        expect(adviceText(advice(own.replace('350', '5'))!)[0]).toContain('BER could do without its own');
    });

    test('is settled where the parent\'s is full', () => {
        const full = advice(bergen(50), { parent: siteText('central site CEN', 'CENSUP01', 'clients: 24951') })!;
        expect(full).toMatchObject({ isParentFull: true, parentLoad: 25_001, recommendation: 'own' });
        expect(adviceText(full)[0]).toBe('BER should have its own software update point: with its clients, that of CEN would have 25001 clients.');
        expect(advice(bergen(50), { parent: siteText('central site CEN', 'CENSUP01', 'clients: 24950') })!.isParentFull).toBe(false);
    });

    test('changes with what is assumed', () => {
        expect(advice(bergen(50), { assumed: { scanSize: 2 } })!.recommendation).toBe('own');
        expect(assumptionsText(advice(bergen(50), { assumed: { scanSize: 2 } })!)).toContain('Assumed: scan size 2 MB (a guess: replace it by a measurement of your own).');
    });

    test.each([
        ['scans', { scanSize: 0 }, 'parent', 'Scans move nothing.'],
        ['a replica', { changeSize: 0 }, 'own', 'A replica moves nothing. Both would be equal at 0 clients; there are 50.'],
        ['both', { scanSize: 0, changeSize: 0 }, 'close', 'Scans move 1.0 times as much as a replica.']
    ])('can be said where %s move nothing', (_, assumed, recommendation, closeness) => {
        const given = advice(bergen(50), { assumed })!;
        expect(given.recommendation).toBe(recommendation);
        expect(adviceText(given)[1]).toBe(closeness);
    });

    test('is no question at a primary site, or at a secondary site without a parent', () => {
        expect(advice('primary site BER reports to CEN { clients: 50 }\n')).toBeUndefined();
        expect(advice('secondary site BER { clients: 50 }\n')).toBeUndefined();
    });
});

test.each([[0.15, '0.1 MB'], [2, '2 MB'], [12.4, '12 MB'], [1500, '1.5 GB'], [2000, '2 GB'], [0, '0 MB']])('%f megabytes are written %s', (megabytes, text) => {
    expect(megabytesText(megabytes)).toBe(text);
});
