import { counted, memoize, number } from '@sup/model';
import type { Scene, SceneSite } from './scene.js';
import { sumByBranch } from './sum-by-branch.js';

/** The size of a branch: a site and everything below it. */
export interface BranchSum {
    readonly sites: number;
    readonly clients: number;
}

/** The sums of all branches, by the id of the site at the top. */
export const branchSums = memoize((scene: Scene): ReadonlyMap<string, BranchSum> => {
    const [sites, clients] = [sumByBranch(scene, ({ formerPlaceOf }) => formerPlaceOf === undefined ? 1 : 0), sumByBranch(scene, clientCount)];
    return new Map([...sites].map(([id, count]) => [id, { sites: count, clients: clients.get(id)! }]));
});

/** The number of sites of a scene, without former places of sites. */
export const siteCount = ({ sites }: Scene): number => sites.filter(({ formerPlaceOf }) => formerPlaceOf === undefined).length;

/** All clients of some sites: `9,210 clients`, or `at least 9,210 clients` if the number of some is unknown. */
export function totalClientsText(sites: readonly Pick<SceneSite, 'clients'>[]): string {
    const total = counted(sites.reduce((sum, site) => sum + clientCount(site), 0), 'client');
    return sites.some(({ clients }) => clients.isIncomplete) ? `at least ${total}` : total;
}

/** The clients of a site, on the intranet and on the Internet. */
const clientCount = ({ clients }: Pick<SceneSite, 'clients'>): number => clients.intranet + clients.internet;

/** The clients of a site in a cell: `240`; `240+` or `?` if the number of some, or of all, is unknown. */
export function clientsFigure(site: Pick<SceneSite, 'clients'>): string {
    const count = clientCount(site);
    return !site.clients.isIncomplete ? number(count) : count === 0 ? '?' : `${number(count)}+`;
}
