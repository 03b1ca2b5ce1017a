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
    // An Internet-based role needs native mode, a computer of its own, and a name on the Internet. Sites with one in use have an active one too.
    const active = activeUpdatePointsOf(site).filter(point => point !== written);
    const servers = host.element === 'server' ? [host] : nodesOf(host);
    return isPrimarySite(site) && isNative && active.length > 0 && host.internetFqdn !== undefined && host.updatePoints.every(point => point === written || usesSsl(point) !== false)
        && !servers.some(server => server.isSiteServer) && !active.some(point => point.host === host || servers.includes(point.host as Server))
        && active.every(({ accepts }) => !accepts?.includes('internet'));
}
