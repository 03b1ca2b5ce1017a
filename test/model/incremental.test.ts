import { describe, expect, test } from 'vitest';
import {
    assembleHierarchy, centralSiteOf, childrenOf, compareTexts, type Hierarchy, hostNamed, hostsIgnoringCase, isSynchronizationRoot, IncrementalHierarchy, loadOf, loopOf, modeOf, nearestPrimaryAncestor, nearestUpdatePointAbove, parentOf,
    rootsOf, type Site, sitesIgnoringCase, soundParentOf, sourceOf, subtreeOf, synchronizationRootsOf, upstreamOf, usedOnIntranet
} from '@sup/model';
import { blankSite } from '../support/blank-elements.js';
import { Random } from '../support/random.js';
import { randomHierarchy } from '../support/random-hierarchy.js';

// An incremental hierarchy answers like one that is assembled from the same sites, and invalidates every recorded answer that changes.

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

/** A chain too long to be walked site by site; few of its sites have a software update point. */
function longChain(random: Random): readonly Site[] {
    const updatePoints = randomHierarchy(random, 40).sites.find(({ servers }) => servers.length > 0)?.servers ?? [];
    const plain = plainSite('', undefined);
    return Array.from({ length: 80 }, (_, i): Site => ({ ...plain, code: code(i), kind: i === 0 ? 'central' : 'secondary', parentCodes: i === 0 ? [] : [code(i - 1)], servers: random.isOneIn(40) ? updatePoints : [] }));
}

const code = (i: number): string => `C${String(i).padStart(2, '0')}`;

const inOrder = (sites: Iterable<Site>, compare: (a: Site, b: Site) => number): Site[] => [...sites].sort(compare);

/** A hierarchy that is changed repeatedly, with its sites. Each site has a fixed position among the sites with its code. */
class ChangingHierarchy {
    readonly present = new Set<Site>();
    readonly incremental: IncrementalHierarchy;
    private readonly places = new Map<Site, number>();
    private readonly absent = new Set<Site>();

    constructor(private readonly random: Random, sites: readonly Site[]) {
        this.incremental = new IncrementalHierarchy('x', this.compare);
        sites.forEach((site, i) => {
            this.places.set(site, i);
            this.absent.add(site);
        });
    }

    readonly compare = (a: Site, b: Site): number => this.places.get(a)! - this.places.get(b)!;

    /** Removes some sites and adds others or, as a keystroke does, replaces one site by an edited copy. */
    change(): void {
        const [removed, added] = this.present.size > 0 && this.random.isOneIn(2) ? this.editedSite() : this.otherSites();
        removed.forEach(site => this.present.delete(site));
        added.forEach(site => {
            this.absent.delete(site);
            this.present.add(site);
        });
        this.incremental.replace(removed, added);
    }

    private otherSites(): readonly [Site[], Site[]] {
        const [removed, added] = [[...this.present].filter(() => this.random.isOneIn(4)), [...this.absent].filter(() => this.random.isOneIn(this.present.size === 0 ? 2 : 4))];
        removed.forEach(site => this.absent.add(site));
        return [removed, added];
    }

    private editedSite(): readonly [Site[], Site[]] {
        const old = this.random.of([...this.present]);
        const site = { ...old, mode: this.random.isOneIn(2) ? old.mode : 'native' as const };
        this.places.set(site, this.places.get(old)!);
        return [[old], [site]];
    }
}

const changes = 12;

describe.each([['a mixture', mixture, 60], ['a long chain', longChain, 8]] as const)('%s', (_, sitesOf, seeds) => describe.each(Array.from({ length: seeds }, (__, i) => i + 1))('seed %i', seed => {
    function changingSites(): ChangingHierarchy {
        const random = new Random(seed);
        return new ChangingHierarchy(random, sitesOf(random));
    }

    test('answers like a hierarchy assembled from scratch', () => {
        const changing = changingSites();
        for (let change = 0; change < changes; change++) {
            changing.change();
            const fresh = assembleHierarchy('x', inOrder(changing.present, changing.compare));
            for (const site of changing.present) {
                questions.forEach((question, i) => expect(question(changing.incremental, site), `question ${i} about ${site.code}`).toEqual(question(fresh, site)));
            }
        }
    });

    test('invalidates readers whose answer changed', () => {
        const changing = changingSites();
        const { incremental, present } = changing;
        for (let change = 0; change < changes; change++) {
            const asked = [...present].flatMap(site => questions.map((question, i) => {
                const asker = { isInvalidated: false, onInvalidated: () => void (asker.isInvalidated = true) };
                return { site, question, i, asker, answer: copyOf(incremental.dependencies.record(asker, () => question(incremental, site))) };
            }));
            changing.change();
            for (const { site, question, i, asker, answer } of asked.filter(each => present.has(each.site))) {
                const isOther = !isSame(copyOf(question(incremental, site)), answer);
                expect(!isOther || asker.isInvalidated, `question ${i} about ${site.code}`).toBe(true);
                incremental.dependencies.forget(asker);
            }
        }
    });
}));

function plainSite(siteCode: string, parent: string | undefined): Site {
    return {
        ...blankSite, element: 'site', kind: parent ? 'primary' : 'central', code: siteCode, parentCodes: parent ? [parent] : [], mode: 'mixed',
        servers: [], clusters: [], synchronizations: [], clientGroups: []
    };
}

/** The sites whose answers are invalidated when one site is replaced, after every query that involves other sites has run for each site. */
function invalidatedBy(sites: readonly Site[], changed: string): readonly string[] {
    const incremental = new IncrementalHierarchy(undefined, () => 0);
    incremental.replace([], sites);
    const invalidated = new Set<string>();
    for (const site of sites) {
        incremental.dependencies.record({ onInvalidated: () => invalidated.add(site.code) }, () => [parentOf(incremental, site), childrenOf(incremental, site), modeOf(incremental, site), loopOf(incremental, site), soundParentOf(incremental, site)]);
    }
    const old = sites.find(site => site.code === changed)!;
    incremental.replace([old], [{ ...old }]);
    return [...invalidated].sort();
}

test('finds no site, child or server by the name of a property of JavaScript objects', () => {
    const hierarchy = new IncrementalHierarchy('x', () => 0);
    hierarchy.replace([], [plainSite('AAA', undefined)]);
    for (const name of [...Object.getOwnPropertyNames(Object.prototype), ...Object.getOwnPropertyNames(Map.prototype)]) {
        expect([hierarchy.sitesByCode.get(name), hierarchy.childrenByCode.get(name), hierarchy.serversByName.get(name)], name).toEqual([undefined, undefined, undefined]);
    }
});

describe('invalidation by a changed site', () => {
    const sites = [plainSite('AAA', undefined), plainSite('BBB', 'AAA'), plainSite('CCC', 'AAA'), plainSite('DDD', 'BBB'), plainSite('EEE', 'DDD')];

    test('a changed leaf invalidates its parent', () => expect(invalidatedBy(sites, 'EEE')).toEqual(['DDD']));
    test('a changed root invalidates its children', () => expect(invalidatedBy(sites, 'AAA')).toEqual(['BBB', 'CCC']));
    test('a changed site in a loop invalidates the whole loop', () => {
        const loop = [plainSite('AAA', 'CCC'), plainSite('BBB', 'AAA'), plainSite('CCC', 'BBB'), plainSite('DDD', 'CCC')];
        expect(invalidatedBy(loop, 'AAA')).toEqual(['AAA', 'BBB', 'CCC']);
    });
});

/** Groups are updated in place, so an answer is copied for the later comparison. */
function copyOf(answer: unknown): unknown {
    return Array.isArray(answer) ? answer.map(copyOf) : answer;
}

function isSame(a: unknown, b: unknown): boolean {
    return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((each, i) => isSame(each, b[i]))
        : typeof a === 'object' && a !== null && 'kind' in a && !('element' in a) ? JSON.stringify(a) === JSON.stringify(b) : a === b;
}
