import { describe, expect, test } from 'vitest';
import {
    assembleHierarchy, centralSiteOf, childrenOf, compareTexts, type Hierarchy, hostNamed, hostsByAnyCase, isSynchronizationRoot, KeptHierarchy, loadOf, loopOf, modeOf, nearestPrimaryAncestor, nearestUpdatePointAbove, parentOf,
    rootsOf, type Site, sitesByAnyCase, soundParentOf, sourceOf, subtreeOf, synchronizationRootsOf, upstreamOf, usedOnIntranet
} from '@sup/model';
import { Random } from '../support/random.js';
import { randomHierarchy } from '../support/random-hierarchy.js';

// A hierarchy that is kept answers like one that is put together anew, and whoever has had an answer that holds no more is told.

type Question = (hierarchy: Hierarchy, site: Site) => unknown;

const questions: readonly Question[] = [
    parentOf, childrenOf, loopOf, nearestPrimaryAncestor, nearestUpdatePointAbove, soundParentOf, modeOf, upstreamOf, sourceOf, loadOf, usedOnIntranet, isSynchronizationRoot, subtreeOf,
    centralSiteOf, rootsOf, synchronizationRootsOf,
    (hierarchy, { code }) => hierarchy.sitesByCode.get(code),
    (hierarchy, { code }) => hierarchy.childrenByCode.get(code),
    (hierarchy, { code }) => sitesByAnyCase(hierarchy, code.toLowerCase()),
    (hierarchy, { servers }) => servers.map(({ name }) => hostNamed(hierarchy, name)),
    (hierarchy, { servers }) => servers.map(({ name }) => hostsByAnyCase(hierarchy, name)),
    hierarchy => hierarchy.sites,
    hierarchy => [...hierarchy.serversByName.keys()].sort(compareTexts)
];

/** Sites of several hierarchies that share their codes, parents and names of servers; each in its place among those of one code. */
function pool(random: Random): { readonly sites: readonly Site[]; readonly compare: (a: Site, b: Site) => number } {
    const sites = [0, 1, 2].flatMap(() => randomHierarchy(random, 12).sites);
    return { sites, compare: (a, b) => sites.indexOf(a) - sites.indexOf(b) };
}

const inOrder = (sites: Iterable<Site>, compare: (a: Site, b: Site) => number): Site[] => [...sites].sort(compare);

/** A hierarchy and the sites that are in it, to be changed again and again. */
class Changing {
    readonly present = new Set<Site>();
    readonly compare: (a: Site, b: Site) => number;
    readonly kept: KeptHierarchy;
    private readonly random: Random;
    private readonly sites: readonly Site[];

    constructor(seed: number) {
        this.random = new Random(seed);
        const { sites, compare } = pool(this.random);
        this.sites = sites;
        this.compare = compare;
        this.kept = new KeptHierarchy('x', compare);
    }

    change(): void {
        const [removed, added] = randomChange(this.random, this.sites, this.present);
        this.kept.replace(removed, added);
    }
}

const changes = 12;

describe.each(Array.from({ length: 60 }, (_, i) => i + 1))('seed %i', seed => {
    test('answers are those of a hierarchy put together anew', () => {
        const changing = new Changing(seed);
        for (let change = 0; change < changes; change++) {
            changing.change();
            const fresh = assembleHierarchy('x', inOrder(changing.present, changing.compare));
            for (const site of changing.present) {
                questions.forEach((question, i) => expect(question(changing.kept, site), `question ${i} about ${site.code}`).toEqual(question(fresh, site)));
            }
        }
    });

    test('who has had another answer is told', () => {
        const changing = new Changing(seed);
        const { kept, present } = changing;
        for (let change = 0; change < changes; change++) {
            const asked = [...present].flatMap(site => questions.map((question, i) => {
                const asker = { isTold: false, notice: () => void (asker.isTold = true) };
                return { site, question, i, asker, answer: copyOf(kept.watch.follow(asker, () => question(kept, site))) };
            }));
            changing.change();
            for (const { site, question, i, asker, answer } of asked.filter(each => present.has(each.site))) {
                const isOther = !isSame(copyOf(question(kept, site)), answer);
                expect(!isOther || asker.isTold, `question ${i} about ${site.code}`).toBe(true);
                kept.watch.forget(asker);
            }
        }
    });
});

test('a leaf that changes concerns its parents, and no site beside it', () => {
    const site = (code: string, parent: string | undefined): Site => ({
        element: 'site', kind: parent ? 'primary' : 'central', code, title: undefined, parentCodes: parent ? [parent] : [], release: undefined, mode: 'mixed', clients: undefined, link: undefined,
        groupPolicy: undefined, servers: [], clusters: [], synchronizations: [], clientGroups: []
    });
    const sites = [site('AAA', undefined), site('BBB', 'AAA'), site('CCC', 'AAA'), site('DDD', 'BBB')];
    const kept = new KeptHierarchy(undefined, () => 0);
    kept.replace([], sites);
    const told: string[] = [];
    for (const each of sites) {
        kept.watch.follow({ notice: () => told.push(each.code) }, () => [parentOf(kept, each), childrenOf(kept, each), modeOf(kept, each)]);
    }
    kept.replace([sites[3]!], [site('DDD', 'BBB')]);
    expect([...new Set(told)].sort()).toEqual(['AAA', 'BBB', 'DDD']);
});

function randomChange(random: Random, sites: readonly Site[], present: Set<Site>): readonly [Site[], Site[]] {
    const removed = [...present].filter(() => random.isOneIn(4));
    removed.forEach(site => present.delete(site));
    const added = sites.filter(site => !present.has(site) && !removed.includes(site) && random.isOneIn(4));
    added.forEach(site => present.add(site));
    return [removed, added];
}

/** Groups are kept in place, so an answer is copied to be compared later. */
function copyOf(answer: unknown): unknown {
    return Array.isArray(answer) ? answer.map(copyOf) : answer;
}

function isSame(a: unknown, b: unknown): boolean {
    return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((each, i) => isSame(each, b[i]))
        : typeof a === 'object' && a !== null && 'kind' in a && !('element' in a) ? JSON.stringify(a) === JSON.stringify(b) : a === b;
}
