import { describe, expect, test } from 'vitest';
import { ancestorsOf, assembleHierarchy, centralSiteOf, childrenOf, type Hierarchy, isPrimarySite, loopOf, nearestPrimaryAncestor, parentOf, rootsOf, soundParentOf, subtreeOf } from '@sup/model';
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

test('assembles the same hierarchy from sites in any order', () => {
    const { sites } = plan;
    const hierarchy = assembleHierarchy(undefined, [...sites].reverse());
    expect(codesOf(hierarchy.sites)).toEqual(['ALT', 'BRE', 'FJD', 'LYN', 'NRD', 'VIK']);
    expect([...hierarchy.childrenByCode].map(([code, children]) => [code, ...codesOf(children) ?? []])).toEqual([['NRD', 'ALT', 'FJD'], ['LYN', 'BRE'], ['FJD', 'LYN', 'VIK']]);
});

describe('a sound tree', () => {
    test('finds the parent and the ancestors of a site', () => {
        expect(parent(plan, 'NRD')).toBeUndefined();
        expect(parent(plan, 'VIK')).toBe('FJD');
        expect(ancestors(plan, 'BRE')).toEqual(['LYN', 'FJD', 'NRD']);
        expect(ancestors(plan, 'NRD')).toEqual([]);
    });

    test('lists children and subtrees in the order of their codes', () => {
        expect(codesOf(childrenOf(plan, siteOf(plan, 'NRD')))).toEqual(['ALT', 'FJD']);
        expect(codesOf(childrenOf(plan, siteOf(plan, 'BRE')))).toEqual([]);
        expect(codesOf(subtreeOf(plan, siteOf(plan, 'FJD')))).toEqual(['FJD', 'LYN', 'VIK', 'BRE']);
    });

    test('a sound tree has one root and no loops', () => {
        expect(codesOf(rootsOf(plan))).toEqual(['NRD']);
        expect(centralSiteOf(plan)?.code).toBe('NRD');
        expect(plan.sites.filter(site => loopOf(plan, site))).toEqual([]);
    });

    test('distinguishes primary sites, including the central one, from secondary ones', () => {
        expect(codesOf(plan.sites.filter(isPrimarySite))).toEqual(['ALT', 'FJD', 'LYN', 'NRD']);
    });
});

describe('missing and ambiguous parents', () => {
    test('an unknown parent code gives a site no parent, and does not make it a root', () => {
        const hierarchy = hierarchyOf('primary site FJD reports to XYZ\n');
        expect(parent(hierarchy, 'FJD')).toBeUndefined();
        expect(codesOf(rootsOf(hierarchy))).toEqual([]);
    });

    test('takes the first of several parents that exists', () => {
        expect(parent(hierarchyOf('primary site FJD reports to XYZ, ALT, NRD\nprimary site ALT\ncentral site NRD\n'), 'FJD')).toBe('ALT');
    });

    test('skips the site itself among its parents', () => {
        const hierarchy = hierarchyOf('primary site FJD reports to FJD, NRD\ncentral site NRD\n');
        expect(parent(hierarchy, 'FJD')).toBe('NRD');
        expect(loop(hierarchy, 'FJD')).toEqual(['FJD']);
    });

    test('skips another site with the same code among the parents', () => {
        const hierarchy = hierarchyOf('central site NRD "One"\nprimary site NRD "Two" reports to NRD\n');
        expect(hierarchy.sites.map(site => parentOf(hierarchy, site))).toEqual([undefined, undefined]);
        expect(hierarchy.sites.map(site => childrenOf(hierarchy, site).length)).toEqual([0, 0]);
    });

    test('the first of two sites with one code has the children', () => {
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

    test('gives every member of a loop the same list, upwards from the smallest code', () => {
        expect(['LYN', 'FJD', 'ALT'].map(code => loop(circle, code))).toEqual(Array(3).fill(['ALT', 'LYN', 'FJD']));
        expect(loopOf(circle, siteOf(circle, 'LYN'))).toBe(loopOf(circle, siteOf(circle, 'ALT')));
    });

    test('excludes sites that only lead into a loop', () => {
        expect(loop(circle, 'VIK')).toBeUndefined();
    });

    test('a loop ends every walk', () => {
        expect(ancestors(circle, 'VIK')).toEqual(['LYN', 'FJD', 'ALT']);
        expect(ancestors(circle, 'LYN')).toEqual(['FJD', 'ALT']);
        expect(codesOf(subtreeOf(circle, siteOf(circle, 'ALT')))).toEqual(['ALT', 'FJD', 'LYN', 'VIK']);
        expect(codesOf(rootsOf(circle))).toEqual([]);
        expect(centralSiteOf(circle)).toBeUndefined();
    });

    test('a site that reports to itself is a loop of one', () => {
        const hierarchy = hierarchyOf('primary site FJD reports to FJD\n');
        expect(parent(hierarchy, 'FJD')).toBeUndefined();
        expect(loop(hierarchy, 'FJD')).toEqual(['FJD']);
        expect(ancestors(hierarchy, 'FJD')).toEqual([]);
    });
});

describe('the nearest primary site above', () => {
    const nearest = (hierarchy: Hierarchy): (string | undefined)[] => hierarchy.sites.map(site => nearestPrimaryAncestor(hierarchy, site)?.code);

    test('finds the parent where it is a primary site', () => {
        expect(nearest(plan)).toEqual(['NRD', 'LYN', 'NRD', 'FJD', undefined, 'FJD']);
    });

    test('skips secondary sites, in whatever order the sites are queried', () => {
        const text = 'primary site AAA\nsecondary site BBB reports to AAA\nsecondary site CCC reports to BBB\nsecondary site DDD reports to CCC\n';
        expect(nearest(hierarchyOf(text))).toEqual([undefined, 'AAA', 'AAA', 'AAA']);
        const backwards = hierarchyOf(text);
        expect([...backwards.sites].reverse().map(site => nearestPrimaryAncestor(backwards, site)?.code)).toEqual(['AAA', 'AAA', 'AAA', undefined]);
    });

    test('finds none in a loop of secondary sites, and never the site itself', () => {
        expect(nearest(hierarchyOf('secondary site AAA reports to BBB\nsecondary site BBB reports to AAA\nsecondary site CCC reports to BBB\n'))).toEqual([undefined, undefined, undefined]);
        expect(nearest(hierarchyOf('primary site AAA reports to BBB\nsecondary site BBB reports to AAA\n'))).toEqual([undefined, 'AAA']);
    });
});

describe('the central site', () => {
    test('takes the root that is declared as the central site', () => {
        expect(centralSiteOf(hierarchyOf('primary site AAA\nprimary site BBB reports to AAA\ncentral site NRD\n'))?.code).toBe('NRD');
    });

    test('falls back to the root with the most sites below, or to the first of equals', () => {
        expect(centralSiteOf(hierarchyOf('primary site AAA\nprimary site NRD\nprimary site FJD reports to NRD\n'))?.code).toBe('NRD');
        expect(centralSiteOf(hierarchyOf('primary site NRD\nprimary site AAA\n'))?.code).toBe('AAA');
    });

    test('finds none where only secondary sites and sites without a kind lack a parent', () => {
        expect(centralSiteOf(hierarchyOf('secondary site VIK\nsite FJD\n'))).toBeUndefined();
    });
});

describe('the sound parent of a site', () => {
    const sound = (text: string, code: string): string | undefined => {
        const hierarchy = hierarchyOf(text);
        return soundParentOf(hierarchy, siteOf(hierarchy, code))?.code;
    };

    test('accepts a single central or primary site', () => {
        expect(sound('central site NRD\nsecondary site VIK reports to NRD\n', 'VIK')).toBe('NRD');
        expect(sound('primary site FJD\nprimary site LYN reports to FJD\n', 'LYN')).toBe('FJD');
    });

    test.each([
        ['a missing parent', 'central site FJD\n'],
        ['an unknown parent', 'primary site FJD reports to XYZ\n'],
        ['several parents', 'central site NRD\nprimary site LYN\nprimary site FJD reports to NRD, LYN\n'],
        ['a secondary site', 'secondary site VIK\nprimary site FJD reports to VIK\n'],
        ['a site without a kind', 'site VIK\nprimary site FJD reports to VIK\n'],
        ['a loop', 'primary site VIK reports to FJD\nprimary site FJD reports to VIK\n']
    ])('ignores a parent that is not sound: %s', (_, text) => {
        expect(sound(text, 'FJD')).toBeUndefined();
    });
});
