import { type Hierarchy, memoize, toUpperCaseCode } from '@sup/model';
import { type ClientsOfSite, servedClients } from './clients.js';

/** Clients that no software update point serves between two steps, although both plans have one for them. */
export interface Gap extends ClientsOfSite {
    /** The indexes of the step that begins it and of the step that ends it. */
    readonly from: number;
    readonly to: number;
}

/** Finds the clients that are served before and after the rollout, but not in a state between. `states` are those after each step. Yields after each of them. */
export function* gapsIn(before: Hierarchy, states: readonly Hierarchy[]): Generator<undefined, readonly Gap[]> {
    // Fills the cache of `served`, which takes nearly all of the time.
    for (const state of states) {
        served(state);
        yield;
    }
    const after = served(states.at(-1) ?? before);
    const gaps: Gap[] = [];
    for (const [key, clients] of served(before)) {
        if (!after.has(key)) {
            continue;
        }
        const from = states.findIndex(state => !served(state).has(key));
        if (from !== -1) {
            const end = states.findIndex((state, i) => i > from && served(state).has(key));
            gaps.push({ ...clients, from, to: end });
        }
    }
    return gaps;
}

/** The clients of a hierarchy that a software update point serves, by site and network. */
const served = memoize((hierarchy: Hierarchy): ReadonlyMap<string, ClientsOfSite> => new Map([...servedClients(hierarchy)].filter(({ point }) => point)
    .map(({ site, on, count }) => [`${toUpperCaseCode(site)} ${on}`, { site, on, count }])));
