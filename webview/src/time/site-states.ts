import type { ClientConditions, Scene, SiteState } from '@sup/picture';
import { conditionsAt, outagesAt } from '@sup/playback';
import type { PlayedRun } from '@sup/protocol/preview';

/** The states of all sites at a moment of a run, by id. */
export function siteStatesAt({ sites }: Scene, { recording, difference }: Pick<PlayedRun, 'recording' | 'difference'>, time: number): ReadonlyMap<string, SiteState> {
    const out = new Set(outagesAt(recording, time).map(({ part }) => part));
    const own = new Map(sites.map(({ id }) => [id, conditionsAt(recording, difference, id, time)]));
    const branches = new Map<string, ClientConditions>(own);
    for (const { id, parent } of [...sites].reverse()) {
        const above = parent === undefined ? undefined : branches.get(parent);
        if (parent !== undefined && above) {
            branches.set(parent, sum(above, branches.get(id)!));
        }
    }
    return new Map(sites.map(({ id, servers }) => [id, { own: own.get(id)!, branch: branches.get(id)!, isStopped: [id, ...servers.map(server => server.id)].some(part => out.has(part)) }]));
}

function sum(a: ClientConditions, b: ClientConditions): ClientConditions {
    return { clients: a.clients + b.clients, cannotScan: a.cannotScan + b.cannotScan, heldBack: a.heldBack + b.heldBack, waiting: a.waiting + b.waiting };
}
