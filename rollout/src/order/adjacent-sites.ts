import { toUpperCaseCode } from '@sup/model';
import type { PlanFacts, SiteFacts } from '../facts/plan-facts.js';
import { textsIn } from './texts-in-facts.js';

/** The sites next to a site, and the site itself, by code in upper case. */
export type AdjacentSites = (code: string) => readonly string[];

/** Finds the sites that are adjacent in any of some plans: parent and child, sites of which one names the other or a server of it, and sites with a server of one name. Yields after each chunk of sites. */
export function* adjacentSitesIn(plans: readonly PlanFacts[]): Generator<undefined, AdjacentSites> {
    const versions = new Map<SiteFacts, string>(plans.flatMap(({ sites }) => [...sites].map(([code, facts]) => [facts, code] as const)));
    const owners = ownersOfNames(versions);
    const adjacent = new Map<string, Set<string>>();
    const add = (a: string, b: string): void => {
        adjacent.set(a, (adjacent.get(a) ?? new Set()).add(b));
    };
    let left = chunkSize;
    for (const [facts, code] of versions) {
        if (--left === 0) {
            left = chunkSize;
            yield;
        }
        for (const other of [...textsIn(facts), ...facts.hosts.keys()].flatMap(name => [...owners.get(name) ?? []])) {
            if (other !== code) {
                add(code, other);
                add(other, code);
            }
        }
    }
    return code => [toUpperCaseCode(code), ...adjacent.get(toUpperCaseCode(code)) ?? []];
}

/** The number of versions of sites between two yields: some milliseconds of work. */
const chunkSize = 500;

/** The sites with a code or with a server or cluster of a name. */
function ownersOfNames(versions: ReadonlyMap<SiteFacts, string>): ReadonlyMap<string, ReadonlySet<string>> {
    const owners = new Map<string, Set<string>>();
    for (const [{ hosts }, code] of versions) {
        for (const name of [code, ...hosts.keys()]) {
            owners.set(name, (owners.get(name) ?? new Set()).add(code));
        }
    }
    return owners;
}
