import { describe, expect, test } from 'vitest';
import {
    ancestorsOf, assembleHierarchy, centralSiteOf, childrenOf, type Hierarchy, hostsIgnoringCase, isSynchronizationRoot, loadOf, loopOf, modeOf, nearestPrimaryAncestor, nearestUpdatePointAbove, parentOf, rootsOf, serversOf, type Site,
    sitesToSwitch, sourceOf, subtreeOf, synchronizationRootsOf, updatePointsOf, upstreamOf, usedOnIntranet, usesSsl
} from '@sup/model';
import { expectLinearBlocks } from '../support/executed-calls.js';
import { hierarchyOf, siteOf } from '../support/hierarchy.js';

// A rule runs its queries for every site. The work of all queries must grow linearly with the hierarchy, whatever its shape,
// and no chain of sites may overflow the stack.

const numbered = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('\n');
const role = (i: number, state: string): string => ` {\nserver S${i} {\nsoftware update point ${state}\n}\n}`;

const shapes: readonly (readonly [string, (n: number) => string])[] = [
    ['a chain of primary sites', n => numbered(n, i => `primary site S${i}${i === 0 ? '' : ` reports to S${i - 1}`} { mode: mixed }`)],
    ['a chain whose sites are declared out of order', n => numbered(n, i => `primary site S${(i * 7919) % n}${(i * 7919) % n === 0 ? '' : ` reports to S${(i * 7919) % n - 1}`}`)],
    ['a chain of secondary sites', n => numbered(n, i => i === 0 ? 'primary site S0 { mode: native }' : `secondary site S${i} reports to S${i - 1}`)],
    ['a chain with a software update point at its top and at every other site', n => numbered(n, i => `primary site S${i}${i === 0 ? '' : ` reports to S${i - 1}`}${i % 2 === 0 ? role(i, 'active') : ''}`)],
    ['a chain with a software update point only at its end', n => numbered(n, i => `primary site S${i}${i === 0 ? '' : ` reports to S${i - 1}`}${i === n - 1 ? role(i, 'active') : ''}`)],
    ['a loop', n => numbered(n, i => `primary site S${i} reports to S${(i + 1) % n} { mode: mixed }`)],
    ['a loop of secondary sites', n => numbered(n, i => `secondary site S${i} reports to S${(i + 1) % n}`)],
    ['a chain that leads into a loop', n => numbered(n, i => `primary site S${i} reports to S${i === n - 1 ? n >> 1 : i + 1}`)],
    ['sites that name themselves', n => numbered(n, i => `primary site S${i} reports to S${i}`)],
    ['one parent', n => numbered(n, i => i === 0 ? `central site S0${role(0, 'active')}` : `secondary site S${i} reports to S0 { clients: 5 }`)],
    ['no parents', n => numbered(n, i => `primary site S${i}`)],
    ['one code', n => `${numbered(n >> 1, () => 'primary site NRD')}\n${numbered(n >> 1, i => `secondary site S${i} reports to NRD`)}`],
    ['a site with very many parents', n => `primary site NRD reports to ${numbered(n >> 1, i => `X${i},`)}${numbered(n >> 1, i => `S${i},`)}X\n${numbered(n >> 1, i => `primary site S${i}`)}`]
];

/** Runs every query that a rule may run for each site, and those that it runs once. */
function askEverything(hierarchy: Hierarchy): void {
    for (const site of hierarchy.sites) {
        for (const ask of [parentOf, childrenOf, loopOf, nearestPrimaryAncestor, modeOf, upstreamOf, nearestUpdatePointAbove, sourceOf, loadOf, usedOnIntranet, centralSiteOf, isSynchronizationRoot]) {
            ask(hierarchy, site);
        }
    }
    const ends: readonly Site[] = hierarchy.sites.length > 0 ? [hierarchy.sites[0]!, hierarchy.sites.at(-1)!] : [];
    for (const site of ends) {
        ancestorsOf(hierarchy, site);
        subtreeOf(hierarchy, site);
        sitesToSwitch(hierarchy, site, 'native');
        sitesToSwitch(hierarchy, site, 'mixed');
    }
    rootsOf(hierarchy);
    synchronizationRootsOf(hierarchy);
}

describe('the work of all queries for all sites', () => {
    test.each(shapes)('the work of all queries grows linearly in %s', async (_, make) => {
        await expectLinearBlocks(n => {
            const { sites } = hierarchyOf(make(n));
            return () => askEverything(assembleHierarchy(undefined, sites));
        }, 400);
    });

    test('the work of all queries grows linearly in a site with many servers and clusters', async () => {
        await expectLinearBlocks(n => {
            const servers = numbered(n, i => `server S${i}`);
            const clusters = numbered(n, i => `cluster N${i} {\nnodes: S${i}, S${n - 1 - i}\nsoftware update point\n}`);
            const { sites } = hierarchyOf(`central site NRD {\n${servers}\n${clusters}\ncluster ALL {\nnodes: ${numbered(n, i => `S${i},`)}S0\nsoftware update point active\n}\n}`);
            return () => {
                const hierarchy = assembleHierarchy(undefined, sites);
                updatePointsOf(siteOf(hierarchy, 'NRD')).forEach(point => [serversOf(point), usesSsl(point)]);
                sites[0]!.servers.forEach(server => hostsIgnoringCase(hierarchy, server.name));
            };
        }, 400);
    });
});

describe('a chain of 10,000 sites', () => {
    const n = 10_000;

    test('walks a long chain from end to end', () => {
        const chain = hierarchyOf(shapes[0]![1](n));
        const [top, bottom] = [siteOf(chain, 'S0'), siteOf(chain, `S${n - 1}`)];
        expect(ancestorsOf(chain, bottom)).toHaveLength(n - 1);
        expect(subtreeOf(chain, top)).toHaveLength(n);
        expect(sitesToSwitch(chain, bottom, 'native')).toHaveLength(n);
        expect(centralSiteOf(chain)).toBe(top);
        expect(loopOf(chain, bottom)).toBeUndefined();
    });

    test('finds the primary site at the top of a long chain of secondary sites', () => {
        const chain = hierarchyOf(shapes[2]![1](n));
        expect(nearestPrimaryAncestor(chain, siteOf(chain, `S${n - 1}`))?.code).toBe('S0');
        expect(new Set(chain.sites.map(site => modeOf(chain, site)))).toEqual(new Set(['native']));
    });

    test('finds the only software update point at the end of a long chain', () => {
        const chain = hierarchyOf(shapes[4]![1](n));
        expect(synchronizationRootsOf(chain).map(site => site.code)).toEqual([`S${n - 1}`]);
    });

    test('gives every member of a long loop the same list', () => {
        const circle = hierarchyOf(shapes[5]![1](n));
        const loop = loopOf(circle, siteOf(circle, 'S0'));
        expect(loop).toHaveLength(n);
        expect(circle.sites.every(site => loopOf(circle, site) === loop)).toBe(true);
    });
});
