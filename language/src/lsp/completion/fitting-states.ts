import { activeUpdatePointsOf, internetUpdatePointsOf, isPrimarySite, modeOf, nodesOf, mayHaveActiveUpdatePoint, type Server, type SoftwareUpdatePoint, soundParentOf, usesSsl } from '@sup/model';
import type { PlanPlace } from './plan-place.js';

/** Whether a role on the server or cluster at the cursor can have a state. */
export function fitsState(state: SoftwareUpdatePoint['state'], { hierarchy, site, host, written }: PlanPlace): boolean {
    if (!site || !host || state === 'inactive') {
        return true;
    }
    const others = (state === 'active' ? activeUpdatePointsOf(site) : internetUpdatePointsOf(site)).filter(point => point !== written);
    if (others.length > 0) {
        return false;
    }
    const isNative = modeOf(hierarchy, site) === 'native';
    if (state === 'active') {
        // The chain of software update points must have no gap.
        const parent = soundParentOf(hierarchy, site);
        return !parent || mayHaveActiveUpdatePoint(parent);
    }
    const active = activeUpdatePointsOf(site).filter(point => point !== written);
    const servers = host.element === 'server' ? [host] : nodesOf(host);
    const isAllowedAtSite = isPrimarySite(site) && isNative && active.length > 0 && active.every(({ accepts }) => !accepts?.includes('internet'));
    const isOnOwnComputer = !servers.some(server => server.isSiteServer) && !active.some(point => point.host === host || servers.includes(point.host as Server));
    const canServeInternet = host.internetFqdn !== undefined && host.updatePoints.every(point => point === written || usesSsl(point) !== false);
    return isAllowedAtSite && isOnOwnComputer && canServeInternet;
}
