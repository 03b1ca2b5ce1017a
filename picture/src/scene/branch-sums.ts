import { memoize } from '@sup/model';
import type { Scene, SceneSite } from './scene.js';

/** The size of a branch: a site and everything below it. */
export interface BranchSum {
    readonly sites: number;
    readonly clients: number;
}

/** The sums of all branches, by the id of the site at the top. */
export const branchSums = memoize(({ sites }: Scene): ReadonlyMap<string, BranchSum> => {
    const sums = new Map(sites.map(site => [site.id, { sites: 1, clients: clientCount(site) }]));
    for (const { id, parent } of [...sites].reverse()) {
        const [own, above] = [sums.get(id)!, parent === undefined ? undefined : sums.get(parent)];
        if (above) {
            above.sites += own.sites;
            above.clients += own.clients;
        }
    }
    return sums;
});

/** The clients of a site, on the intranet and on the Internet. */
export const clientCount = ({ clients }: Pick<SceneSite, 'clients'>): number => clients.intranet + clients.internet;
