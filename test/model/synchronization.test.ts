import { describe, expect, test } from 'vitest';
import { isSynchronizationRoot, nearestUpdatePointAbove, sourceOf, synchronizationRootsOf, upstreamOf } from '@sup/model';
import { codesOf, hierarchyOf, siteOf } from '../support/hierarchy.js';

/** A site with an active software update point on a server after its code. */
const active = (head: string, code: string): string => `${head} { server ${code}SUP01 {\nwsus 3.0 SP2\nsoftware update point active\n} }\n`;

describe('the upstream server', () => {
    test('the upstream server is the active software update point of the parent site', () => {
        const plan = hierarchyOf(active('central site NRD', 'NRD') + active('primary site FJD reports to NRD', 'FJD') + active('secondary site VIK reports to FJD', 'VIK'));
        const upstream = (code: string): string | undefined => upstreamOf(plan, siteOf(plan, code))?.host.name;
        expect([upstream('NRD'), upstream('FJD'), upstream('VIK')]).toEqual([undefined, 'NRDSUP01', 'FJDSUP01']);
    });

    test('a site has no upstream server where its parent has no active software update point, even if a site further up has one', () => {
        const plan = hierarchyOf(`${active('central site NRD', 'NRD')}primary site FJD reports to NRD { server FJDSUP01 { software update point } }\n${active('primary site LYN reports to FJD', 'LYN')}`);
        expect(upstreamOf(plan, siteOf(plan, 'LYN'))).toBeUndefined();
        expect(nearestUpdatePointAbove(plan, siteOf(plan, 'LYN'))?.code).toBe('NRD');
    });

    test('takes the first of two active software update points of the parent', () => {
        const plan = hierarchyOf('central site NRD {\n server B { software update point active }\n server A { software update point active }\n}\nsecondary site VIK reports to NRD\n');
        expect(upstreamOf(plan, siteOf(plan, 'VIK'))?.host.name).toBe('B');
    });
});

describe('the nearest software update point above', () => {
    test('ends the search in a loop without a software update point', () => {
        const plan = hierarchyOf(`primary site AAA reports to BBB\nprimary site BBB reports to AAA\n${active('primary site CCC reports to BBB', 'CCC')}`);
        expect(plan.sites.map(site => nearestUpdatePointAbove(plan, site))).toEqual([undefined, undefined, undefined]);
    });

    test('never finds a site\'s own software update point, not even in a loop', () => {
        const plan = hierarchyOf(`${active('primary site AAA reports to BBB', 'AAA')}primary site BBB reports to AAA\n`);
        expect(codesOf(plan.sites.map(site => nearestUpdatePointAbove(plan, site)))).toEqual(['-', 'AAA']);
    });
});

describe('the sites that synchronize from Microsoft Update', () => {
    test('a sound hierarchy has one synchronization root, at the top', () => {
        expect(codesOf(synchronizationRootsOf(hierarchyOf(active('central site NRD', 'NRD') + active('primary site FJD reports to NRD', 'FJD'))))).toEqual(['NRD']);
    });

    test('takes the first site from the top down with an active software update point on each branch', () => {
        expect(codesOf(synchronizationRootsOf(hierarchyOf([
            'central site NRD\n',
            active('primary site FJD reports to NRD', 'FJD'), active('primary site LYN reports to FJD', 'LYN'),
            'primary site ALT reports to NRD\n', active('primary site BOD reports to ALT', 'BOD'), active('secondary site VIK reports to BOD', 'VIK')
        ].join(''))))).toEqual(['FJD', 'BOD']);
    });

    test('finds none without an active software update point, and none in a loop', () => {
        expect(synchronizationRootsOf(hierarchyOf('central site NRD { server NRDSUP01 { software update point } }\n'))).toEqual([]);
        expect(synchronizationRootsOf(hierarchyOf(active('primary site AAA reports to BBB', 'AAA') + active('primary site BBB reports to AAA', 'BBB')))).toEqual([]);
    });
});

describe('the top of synchronization', () => {
    const tops = (...texts: string[]): string[] | undefined => {
        const hierarchy = hierarchyOf(texts.join(''));
        return codesOf(hierarchy.sites.filter(site => isSynchronizationRoot(hierarchy, site)));
    };

    test('takes the central site, or the first site below it with an active software update point', () => {
        expect(tops(active('central site NRD', 'NRD'), active('primary site FJD reports to NRD', 'FJD'))).toEqual(['NRD']);
        expect(tops('central site NRD\n', active('primary site FJD reports to NRD', 'FJD'), active('primary site LYN reports to FJD', 'LYN'))).toEqual(['FJD']);
    });

    test('excludes sites that lack their parent, secondary sites and sites with two parents', () => {
        expect(tops(active('central site NRD', 'NRD'), active('primary site FJD', 'FJD'))).toEqual(['NRD']);
        expect(tops('central site NRD\n', active('secondary site VIK reports to NRD', 'VIK'))).toEqual([]);
        expect(tops('central site NRD\nprimary site LYN reports to NRD\n', active('primary site FJD reports to NRD, LYN', 'FJD'))).toEqual([]);
    });
});

describe('the synchronization source', () => {
    const source = (text: string, code: string): unknown => {
        const hierarchy = hierarchyOf(text);
        return sourceOf(hierarchy, siteOf(hierarchy, code));
    };

    test('defaults to Microsoft Update at the top and to the parent site below', () => {
        expect(source('central site NRD\n', 'NRD')).toEqual({ kind: 'microsoft-update' });
        expect(source('central site NRD\nprimary site FJD reports to NRD { synchronization { languages: en } }\n', 'FJD')).toEqual({ kind: 'parent-site' });
        expect(source('primary site FJD reports to XYZ\n', 'FJD')).toEqual({ kind: 'microsoft-update' });
    });

    test('defaults to Microsoft Update for the first software update point from the top down', () => {
        const text = `central site NRD\n${active('primary site FJD reports to NRD', 'FJD')}${active('primary site LYN reports to FJD', 'LYN')}`;
        expect(source(text, 'FJD')).toEqual({ kind: 'microsoft-update' });
        expect(source(text, 'LYN')).toEqual({ kind: 'parent-site' });
    });

    test.each([
        ['Microsoft Update', { kind: 'microsoft-update' }], ['parent site', { kind: 'parent-site' }], ['none', { kind: 'none' }], ['server NRDSUP01', { kind: 'server', server: 'NRDSUP01' }]
    ])('takes the synchronization source that the plan states: %s', (written, expected) => {
        expect(source(`central site NRD\nprimary site FJD reports to NRD { synchronization { source: ${written} } }\n`, 'FJD')).toEqual(expected);
    });

    test('falls back to the default where the written source cannot be read', () => {
        expect(source('central site NRD { synchronization { source: Windows Update } }\n', 'NRD')).toEqual({ kind: 'microsoft-update' });
    });

    test('takes the source of the first of several blocks', () => {
        expect(source('central site NRD {\n synchronization { source: none }\n synchronization { source: Microsoft Update }\n}\n', 'NRD')).toEqual({ kind: 'none' });
    });
});
