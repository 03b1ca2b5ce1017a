import { describe, expect, test } from 'vitest';
import {
    assembleHierarchy, centralSiteOf, childrenOf, compareTexts, type Hierarchy, hostNamed, hostsIgnoringCase, isSynchronizationRoot, IncrementalHierarchy, loadOf, loopOf, modeOf, nearestPrimaryAncestor, nearestUpdatePointAbove, parentOf,
    rootsOf, type Site, sitesIgnoringCase, soundParentOf, sourceOf, subtreeOf, synchronizationRootsOf, upstreamOf, usedOnIntranet
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
    (hierarchy, { code }) => sitesIgnoringCase(hierarchy, code.toLowerCase()),
    (hierarchy, { servers }) => servers.map(({ name }) => hostNamed(hierarchy, name)),
    (hierarchy, { servers }) => servers.map(({ name }) => hostsIgnoringCase(hierarchy, name)),
    hierarchy => hierarchy.sites,
    hierarchy => [...hierarchy.serversByName.keys()].sort(compareTexts)
];

/** Sites of several hierarchies that share their codes, parents and names of servers. */
const mixture = (random: Random): readonly Site[] => [0, 1, 2].flatMap(() => randomHierarchy(random, 12).sites);

/** A chain longer than any that is looked at site by site, few of which have a software update point. */
function longChain(random: Random): readonly Site[] {
    const updatePoints = randomHierarchy(random, 40).sites.find(({ servers }) => servers.length > 0)?.servers ?? [];
    const plain = plainSite('', undefined);
    return Array.from({ length: 80 }, (_, i): Site => ({ ...plain, code: code(i), kind: i === 0 ? 'central' : 'secondary', parentCodes: i === 0 ? [] : [code(i - 1)], servers: random.isOneIn(40) ? updatePoints : [] }));
}

const code = (i: number): string => `C${String(i).padStart(2, '0')}`;

const inOrder = (sites: Iterable<Site>, compare: (a: Site, b: Site) => number): Site[] => [...sites].sort(compare);

/** A hierarchy and the sites that are in it, to be changed again and again. Each has its place among those of one code. */
class Changing {
    readonly present = new Set<Site>();
    readonly kept: IncrementalHierarchy;
    private readonly places = new Map<Site, number>();
    private readonly absent = new Set<Site>();

    constructor(private readonly random: Random, sites: readonly Site[]) {
        this.kept = new IncrementalHierarchy('x', this.compare);
        sites.forEach((site, i) => {
            this.places.set(site, i);
            this.absent.add(site);
        });
    }

    readonly compare = (a: Site, b: Site): number => this.places.get(a)! - this.places.get(b)!;

    /** Some go, and some come that were not there; or, as happens at every keystroke, one is written anew. */
    change(): void {
        const [removed, added] = this.present.size > 0 && this.random.isOneIn(2) ? this.anew() : this.others();
        removed.forEach(site => this.present.delete(site));
        added.forEach(site => {
            this.absent.delete(site);
            this.present.add(site);
        });
        this.kept.replace(removed, added);
    }

    private others(): readonly [Site[], Site[]] {
        const [removed, added] = [[...this.present].filter(() => this.random.isOneIn(4)), [...this.absent].filter(() => this.random.isOneIn(this.present.size === 0 ? 2 : 4))];
        removed.forEach(site => this.absent.add(site));
        return [removed, added];
    }

    private anew(): readonly [Site[], Site[]] {
        const old = this.random.of([...this.present]);
        const site = { ...old, mode: this.random.isOneIn(2) ? old.mode : 'native' as const };
        this.places.set(site, this.places.get(old)!);
        return [[old], [site]];
    }
}

const changes = 12;

describe.each([['a mixture', mixture, 60], ['a long chain', longChain, 8]] as const)('%s', (_, sitesOf, seeds) => describe.each(Array.from({ length: seeds }, (__, i) => i + 1))('seed %i', seed => {
    function changingSites(): Changing {
        const random = new Random(seed);
        return new Changing(random, sitesOf(random));
    }

    test('answers are those of a hierarchy put together anew', () => {
        const changing = changingSites();
        for (let change = 0; change < changes; change++) {
            changing.change();
            const fresh = assembleHierarchy('x', inOrder(changing.present, changing.compare));
            for (const site of changing.present) {
                questions.forEach((question, i) => expect(question(changing.kept, site), `question ${i} about ${site.code}`).toEqual(question(fresh, site)));
            }
        }
    });

    test('who has had another answer is told', () => {
        const changing = changingSites();
        const { kept, present } = changing;
        for (let change = 0; change < changes; change++) {
            const asked = [...present].flatMap(site => questions.map((question, i) => {
                const asker = { isTold: false, onInvalidated: () => void (asker.isTold = true) };
                return { site, question, i, asker, answer: copyOf(kept.dependencies.record(asker, () => question(kept, site))) };
            }));
            changing.change();
            for (const { site, question, i, asker, answer } of asked.filter(each => present.has(each.site))) {
                const isOther = !isSame(copyOf(question(kept, site)), answer);
                expect(!isOther || asker.isTold, `question ${i} about ${site.code}`).toBe(true);
                kept.dependencies.forget(asker);
            }
        }
    });
}));

function plainSite(siteCode: string, parent: string | undefined): Site {
    return {
        element: 'site', kind: parent ? 'primary' : 'central', code: siteCode, title: undefined, parentCodes: parent ? [parent] : [], release: undefined, mode: 'mixed', clients: undefined, link: undefined,
        groupPolicy: undefined, servers: [], clusters: [], synchronizations: [], clientGroups: []
    };
}

/** The sites that are looked at again once one has been written anew, when each was asked everything that goes beyond it. */
function concernedBy(sites: readonly Site[], changed: string): readonly string[] {
    const kept = new IncrementalHierarchy(undefined, () => 0);
    kept.replace([], sites);
    const told = new Set<string>();
    for (const site of sites) {
        kept.dependencies.record({ onInvalidated: () => told.add(site.code) }, () => [parentOf(kept, site), childrenOf(kept, site), modeOf(kept, site), loopOf(kept, site), soundParentOf(kept, site)]);
    }
    const old = sites.find(site => site.code === changed)!;
    kept.replace([old], [{ ...old }]);
    return [...told].sort();
}

describe('a site that changes concerns what it reports to and what reports to it', () => {
    const sites = [plainSite('AAA', undefined), plainSite('BBB', 'AAA'), plainSite('CCC', 'AAA'), plainSite('DDD', 'BBB'), plainSite('EEE', 'DDD')];

    test('at the bottom', () => expect(concernedBy(sites, 'EEE')).toEqual(['DDD']));
    test('at the top', () => expect(concernedBy(sites, 'AAA')).toEqual(['BBB', 'CCC']));
    test('in a loop, all of it', () => {
        const loop = [plainSite('AAA', 'CCC'), plainSite('BBB', 'AAA'), plainSite('CCC', 'BBB'), plainSite('DDD', 'CCC')];
        expect(concernedBy(loop, 'AAA')).toEqual(['AAA', 'BBB', 'CCC']);
    });
});

/** Groups are kept in place, so an answer is copied to be compared later. */
function copyOf(answer: unknown): unknown {
    return Array.isArray(answer) ? answer.map(copyOf) : answer;
}

function isSame(a: unknown, b: unknown): boolean {
    return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((each, i) => isSame(each, b[i]))
        : typeof a === 'object' && a !== null && 'kind' in a && !('element' in a) ? JSON.stringify(a) === JSON.stringify(b) : a === b;
}
