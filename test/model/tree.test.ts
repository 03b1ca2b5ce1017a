import { describe, expect, test } from 'vitest';
import { ancestorsOf, centralSiteOf, childrenOf, type Hierarchy, isPrimarySite, loopOf, nearestPrimaryAncestor, parentOf, rootsOf, soundParentOf, subtreeOf } from '@sup/model';
import { codesOf, hierarchyOf, siteOf } from '../support/hierarchy.js';

const plan = hierarchyOf(`
secondary site VIK reports to FJD
central site NRD
primary site FJD reports to NRD
primary site LYN reports to FJD
secondary site BRE reports to LYN
primary site ALT reports to NRD
`);

const parent = (hierarchy: Hierarchy, code: string): string | undefined => parentOf(hierarchy, siteOf(hierarchy, code))?.code;
const ancestors = (hierarchy: Hierarchy, code: string): string[] | undefined => codesOf(ancestorsOf(hierarchy, siteOf(hierarchy, code)));
const loop = (hierarchy: Hierarchy, code: string): string[] | undefined => codesOf(loopOf(hierarchy, siteOf(hierarchy, code)));

describe('a sound tree', () => {
    test('is known upwards', () => {
        expect(parent(plan, 'NRD')).toBeUndefined();
        expect(parent(plan, 'VIK')).toBe('FJD');
        expect(ancestors(plan, 'BRE')).toEqual(['LYN', 'FJD', 'NRD']);
        expect(ancestors(plan, 'NRD')).toEqual([]);
    });

    test('is known downwards, by code', () => {
        expect(codesOf(childrenOf(plan, siteOf(plan, 'NRD')))).toEqual(['ALT', 'FJD']);
        expect(codesOf(childrenOf(plan, siteOf(plan, 'BRE')))).toEqual([]);
        expect(codesOf(subtreeOf(plan, siteOf(plan, 'FJD')))).toEqual(['FJD', 'LYN', 'VIK', 'BRE']);
    });

    test('has one top and no loops', () => {
        expect(codesOf(rootsOf(plan))).toEqual(['NRD']);
        expect(centralSiteOf(plan)?.code).toBe('NRD');
        expect(plan.sites.filter(site => loopOf(plan, site))).toEqual([]);
    });

    test('tells primary sites, the central one among them, from secondary ones', () => {
        expect(codesOf(plan.sites.filter(isPrimarySite))).toEqual(['ALT', 'FJD', 'LYN', 'NRD']);
    });
});

describe('parents that are none', () => {
    test('a code that no site has', () => {
        const hierarchy = hierarchyOf('primary site FJD reports to XYZ\n');
        expect(parent(hierarchy, 'FJD')).toBeUndefined();
        expect(codesOf(rootsOf(hierarchy))).toEqual([]);
    });

    test('of several, the first that exists is taken', () => {
        expect(parent(hierarchyOf('primary site FJD reports to XYZ, ALT, NRD\nprimary site ALT\ncentral site NRD\n'), 'FJD')).toBe('ALT');
    });

    test('the site itself is passed over', () => {
        const hierarchy = hierarchyOf('primary site FJD reports to FJD, NRD\ncentral site NRD\n');
        expect(parent(hierarchy, 'FJD')).toBe('NRD');
        expect(loop(hierarchy, 'FJD')).toEqual(['FJD']);
    });

    test('another site of the same code is no parent either', () => {
        const hierarchy = hierarchyOf('central site NRD "One"\nprimary site NRD "Two" reports to NRD\n');
        expect(hierarchy.sites.map(site => parentOf(hierarchy, site))).toEqual([undefined, undefined]);
        expect(hierarchy.sites.map(site => childrenOf(hierarchy, site).length)).toEqual([0, 0]);
    });

    test('of two sites with one code, the first has the children', () => {
        const hierarchy = hierarchyOf('primary site FJD "One"\nprimary site FJD "Two"\nsecondary site VIK reports to FJD\n');
        expect(hierarchy.sites.filter(site => childrenOf(hierarchy, site).length > 0).map(site => site.title)).toEqual(['One']);
        expect(parentOf(hierarchy, siteOf(hierarchy, 'VIK'))?.title).toBe('One');
    });

    test('a site without a code has no children', () => {
        const hierarchy = hierarchyOf('primary site\nsecondary site VIK reports to\n');
        expect(hierarchy.sites.flatMap(site => childrenOf(hierarchy, site))).toEqual([]);
    });
});

describe('loops', () => {
    const circle = hierarchyOf('primary site LYN reports to FJD\nprimary site FJD reports to ALT\nprimary site ALT reports to LYN\nsecondary site VIK reports to LYN\n');

    test('are the same list for every member, upwards from the smallest code', () => {
        expect(['LYN', 'FJD', 'ALT'].map(code => loop(circle, code))).toEqual(Array(3).fill(['ALT', 'LYN', 'FJD']));
        expect(loopOf(circle, siteOf(circle, 'LYN'))).toBe(loopOf(circle, siteOf(circle, 'ALT')));
    });

    test('do not hold what only leads into them', () => {
        expect(loop(circle, 'VIK')).toBeUndefined();
    });

    test('end every walk', () => {
        expect(ancestors(circle, 'VIK')).toEqual(['LYN', 'FJD', 'ALT']);
        expect(ancestors(circle, 'LYN')).toEqual(['FJD', 'ALT']);
        expect(codesOf(subtreeOf(circle, siteOf(circle, 'ALT')))).toEqual(['ALT', 'FJD', 'LYN', 'VIK']);
        expect(codesOf(rootsOf(circle))).toEqual([]);
        expect(centralSiteOf(circle)).toBeUndefined();
    });

    test('of a site that names itself alone have one member', () => {
        const hierarchy = hierarchyOf('primary site FJD reports to FJD\n');
        expect(parent(hierarchy, 'FJD')).toBeUndefined();
        expect(loop(hierarchy, 'FJD')).toEqual(['FJD']);
        expect(ancestors(hierarchy, 'FJD')).toEqual([]);
    });
});

describe('the nearest primary site above', () => {
    const nearest = (hierarchy: Hierarchy): (string | undefined)[] => hierarchy.sites.map(site => nearestPrimaryAncestor(hierarchy, site)?.code);

    test('is the parent, where that is one', () => {
        expect(nearest(plan)).toEqual(['NRD', 'LYN', 'NRD', 'FJD', undefined, 'FJD']);
    });

    test('is found above secondary sites, in whatever order the sites are asked', () => {
        const text = 'primary site AAA\nsecondary site BBB reports to AAA\nsecondary site CCC reports to BBB\nsecondary site DDD reports to CCC\n';
        expect(nearest(hierarchyOf(text))).toEqual([undefined, 'AAA', 'AAA', 'AAA']);
        const backwards = hierarchyOf(text);
        expect([...backwards.sites].reverse().map(site => nearestPrimaryAncestor(backwards, site)?.code)).toEqual(['AAA', 'AAA', 'AAA', undefined]);
    });

    test('is none in a loop of secondary sites, nor is a site its own', () => {
        expect(nearest(hierarchyOf('secondary site AAA reports to BBB\nsecondary site BBB reports to AAA\nsecondary site CCC reports to BBB\n'))).toEqual([undefined, undefined, undefined]);
        expect(nearest(hierarchyOf('primary site AAA reports to BBB\nsecondary site BBB reports to AAA\n'))).toEqual([undefined, 'AAA']);
    });
});

describe('the central site', () => {
    test('is the top that says so', () => {
        expect(centralSiteOf(hierarchyOf('primary site AAA\nprimary site BBB reports to AAA\ncentral site NRD\n'))?.code).toBe('NRD');
    });

    test('is else the top with the most sites below, and of equals the first', () => {
        expect(centralSiteOf(hierarchyOf('primary site AAA\nprimary site NRD\nprimary site FJD reports to NRD\n'))?.code).toBe('NRD');
        expect(centralSiteOf(hierarchyOf('primary site NRD\nprimary site AAA\n'))?.code).toBe('AAA');
    });

    test('is none where only secondary sites, or sites of no kind, have no parent', () => {
        expect(centralSiteOf(hierarchyOf('secondary site VIK\nsite FJD\n'))).toBeUndefined();
    });
});

describe('a parent that is as it should be', () => {
    const sound = (text: string, code: string): string | undefined => {
        const hierarchy = hierarchyOf(text);
        return soundParentOf(hierarchy, siteOf(hierarchy, code))?.code;
    };

    test('is one central or primary site', () => {
        expect(sound('central site NRD\nsecondary site VIK reports to NRD\n', 'VIK')).toBe('NRD');
        expect(sound('primary site FJD\nprimary site LYN reports to FJD\n', 'LYN')).toBe('FJD');
    });

    test.each([
        ['the top', 'central site FJD\n'],
        ['a parent that does not exist', 'primary site FJD reports to XYZ\n'],
        ['several', 'central site NRD\nprimary site LYN\nprimary site FJD reports to NRD, LYN\n'],
        ['a secondary site', 'secondary site VIK\nprimary site FJD reports to VIK\n'],
        ['a site of no kind', 'site VIK\nprimary site FJD reports to VIK\n'],
        ['a loop', 'primary site VIK reports to FJD\nprimary site FJD reports to VIK\n']
    ])('is not there with %s', (_, text) => {
        expect(sound(text, 'FJD')).toBeUndefined();
    });
});
