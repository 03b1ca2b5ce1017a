import { memoize } from '@sup/model';
import type { Scene, SceneSite } from './scene.js';
import { sumByBranch } from './sum-by-branch.js';

/** The size of a branch: a site and everything below it. */
export interface BranchSum {
    readonly sites: number;
    readonly clients: number;
}

/** The sums of all branches, by the id of the site at the top. */
export const branchSums = memoize((scene: Scene): ReadonlyMap<string, BranchSum> => {
    const [sites, clients] = [sumByBranch(scene, () => 1), sumByBranch(scene, clientCount)];
    return new Map([...sites].map(([id, count]) => [id, { sites: count, clients: clients.get(id)! }]));
});

/** The clients of a site, on the intranet and on the Internet. */
export const clientCount = ({ clients }: Pick<SceneSite, 'clients'>): number => clients.intranet + clients.internet;
