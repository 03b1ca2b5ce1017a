import {
    activeUpdatePointsOf, blockedFrom, childrenBelowGap, childrenOf, type Cluster, hasWsus, internetUpdatePointsOf, isPrimarySite, mayHaveActiveUpdatePoint, microsoftUpdate, modeOf, nodesOf, type Server, type Site,
    siteServerOf, type SoftwareUpdatePoint, soundParentOf, upstreamPointOf, usesSsl
} from '@sup/model';
import { isWritten } from '../../analysis/unreadable.js';
import { suitsSource } from './fitting-parents.js';
import { suitsPolicies } from './fitting-policies.js';
import type { PlanPlace } from './plan-place.js';

/** Whether a role on the server or cluster at the cursor can have a state. */
export function fitsState(state: SoftwareUpdatePoint['state'], place: PlanPlace): boolean {
    const { site, host } = place;
    if (!site || !host) {
        return true;
    }
    switch (state) {
        case 'active': return canConfigure(site, host) && isActiveFree(site, host, place);
        case 'internet': return canBeForInternet(site, host, place);
        // Software update points of other sites synchronize from the active one.
        case 'inactive': return childrenBelowGap(place.hierarchy, site).length === 0;
    }
}

/** Whether the active role can be on a host as far as the rest of the hierarchy is concerned. */
export function isActiveFree(site: Site, host: Server | Cluster, place: PlanPlace): boolean {
    return canBeActive(site, host, place) && canReachSource(site, host, place) && (!hasWsus(host) || suitsPolicies(asActive(host, place), {}));
}

/** Whether a role at the site can be the active one: no other is, the chain of software update points has no gap above, and the sites below synchronize from it. */
function canBeActive(site: Site, host: Server | Cluster, { hierarchy, written }: PlanPlace): boolean {
    const parent = soundParentOf(hierarchy, site);
    const names = new Set([host, ...host.element === 'cluster' ? nodesOf(host) : []].map(({ name }) => name));
    return activeUpdatePointsOf(site).every(point => point === written) && (!parent || mayHaveActiveUpdatePoint(parent)) && childrenOf(hierarchy, site).every(child => suitsSource(child, names));
}

/** Whether the site server, if there is one, is the host of the role or has the console that configures WSUS on another server. */
export function canConfigure(site: Site, host: Server | Cluster): boolean {
    const siteServer = siteServerOf(site);
    return !siteServer || siteServer.wsus !== undefined || isWritten(siteServer, 'wsus console') || host === siteServer || (host.element === 'cluster' && nodesOf(host).includes(siteServer));
}

/** Whether no `cannot reach` keeps a role on the host from the source that it would synchronize from. */
function canReachSource(site: Site, host: Server | Cluster, place: PlanPlace): boolean {
    const { hierarchy } = place;
    const planned = asActive(host, place);
    const isTop = soundParentOf(hierarchy, site) === undefined && site.synchronizations[0]?.source?.kind !== 'none';
    const source = isTop ? microsoftUpdate : upstreamPointOf(hierarchy, planned);
    return planned.proxy !== undefined || source === undefined || blockedFrom(planned, source) === undefined;
}

/** The role on the host if it is made active. */
export function asActive(host: Server | Cluster, { point }: PlanPlace): SoftwareUpdatePoint {
    return { ...point ?? unconfigured, element: 'updatePoint', host, state: 'active' };
}

const unconfigured = { ports: undefined, ssl: undefined, accepts: undefined, account: undefined, proxy: undefined, source: undefined, importPlan: undefined };

function canBeForInternet(site: Site, host: Server | Cluster, { hierarchy, written }: PlanPlace): boolean {
    const active = activeUpdatePointsOf(site).filter(point => point !== written);
    const servers = host.element === 'server' ? [host] : nodesOf(host);
    const isOnly = internetUpdatePointsOf(site).every(point => point === written);
    const isAllowedAtSite = isPrimarySite(site) && modeOf(hierarchy, site) === 'native' && active.length > 0 && active.every(({ accepts }) => !accepts?.includes('internet'));
    const isOnOwnComputer = !servers.some(server => server.isSiteServer) && !active.some(point => point.host === host || servers.includes(point.host as Server));
    const canServeInternet = host.internetFqdn !== undefined && host.updatePoints.every(point => point === written || usesSsl(point) !== false);
    return isOnly && isAllowedAtSite && isOnOwnComputer && canServeInternet;
}
