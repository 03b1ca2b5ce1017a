import { conflictingAddress, isPrimarySite, type ScanResult, usesSsl } from '@sup/model';
import { blockedEnds, reachBlockedBy, serviceObstacle } from './reach.js';
import type { ClientGroupState, PointState } from './state.js';
import type { World } from './world.js';

/**
 * Returns the software update point that a management point assigns to clients, and the result of their scan against it.
 *
 * Clients on the Internet use the Internet-based software update point of the assigned site, or else its active one if that accepts
 * Internet clients; in mixed mode they have none. Clients at a secondary site use the active one of that site, or else that of the assigned
 * site. All other clients use the active one of the assigned site. Only software update points that have at least the content version in
 * the clients' policy are eligible. Sources: "About the Software Update Point" (ConfigMgr 2007 library); `LocationRecord` (ConfigMgr 2007
 * SDK), for the version.
 */
export function locateUpdatePoint(world: World, group: ClientGroupState, wanted: number): { readonly point: PointState | undefined; readonly result: ScanResult; readonly because?: number | undefined } {
    const candidates = candidatesOf(group);
    const eligible = candidates.filter(point => point.contentVersion > 0 && point.contentVersion >= wanted);
    const [first] = eligible;
    if (!first) {
        return { point: undefined, result: 'no-location', because: staleCause(candidates) };
    }
    const failure = failureOf(world, group, first);
    const point = failure ? eligible.slice(1).find(each => failureOf(world, group, each) === undefined) : first;
    if (!point) {
        return { point: first, result: failure!.result, because: world.lastEventOn.get(failure!.subject) };
    }
    const conflict = group.groupPolicy !== undefined && conflictingAddress(group.groupPolicy, point.point, group.on) !== undefined;
    return conflict ? { point, result: 'group-policy-conflict', because: world.lastEventOn.get(group.name) } : { point, result: 'succeeded' };
}

/**
 * The software update points among which clients get one. Clients on the Internet that a plan counts at a secondary site are assigned to the
 * parent site, and use its systems.
 */
function candidatesOf({ on, assigned, located }: ClientGroupState): readonly PointState[] {
    if (on === 'internet') {
        const shared = assigned.active?.point.accepts?.includes('internet') ? assigned.active : undefined;
        const point = assigned.mode !== 'mixed' ? assigned.internet ?? shared : undefined;
        return point ? [point] : [];
    }
    const own = located !== assigned ? located.active : undefined;
    return [own, isPrimarySite(assigned.site) ? assigned.active : undefined].filter(point => point !== undefined);
}

/** Why clients cannot use a software update point that was assigned to them, and the part that prevents it. */
export interface ScanObstacle {
    readonly result: 'unreachable' | 'ssl-failure';
    readonly subject: string;
}

/** Whether the scans of clients against a software update point cross the link of their site. */
export function crossesLink({ on, located }: ClientGroupState, { site }: PointState): boolean {
    return on === 'intranet' && site !== located;
}

/** Returns why clients cannot scan against a software update point; undefined if they can. */
export function failureOf(world: World, group: ClientGroupState, point: PointState): ScanObstacle | undefined {
    const { located, on, label, cannotReach } = group;
    const obstacle = serviceObstacle(point);
    if (obstacle) {
        return { result: obstacle.kind === 'certificate' || obstacle.kind === 'ssl-mismatch' ? 'ssl-failure' : 'unreachable', subject: obstacle.subject };
    }
    if (crossesLink(group, point) && !located.link.isUp) {
        return { result: 'unreachable', subject: located.site.code };
    }
    const planned = on === 'intranet' && located.site.cannotReach ? [...cannotReach, ...located.site.cannotReach] : cannotReach;
    if ((planned.length > 0 || world.blocks.size > 0) && reachBlockedBy(blockedEnds(world, [...label === undefined ? [] : [label], located.site.code], planned), point.point)) {
        return { result: 'unreachable', subject: point.point.host.name };
    }
    return rejectsClients(point) ? { result: 'ssl-failure', subject: point.point.host.name } : undefined;
}

/**
 * Whether clients cannot connect to a web site that works otherwise. In native mode they use SSL only, and they fail if its virtual directories
 * ask for client certificates. Sources: "How to Configure the WSUS Web Site to Use SSL" (ConfigMgr 2007 library); "Troubleshoot software
 * update scan failures" (Configuration Manager documentation), for client certificates.
 */
function rejectsClients({ point, site, servers }: PointState): boolean {
    const asksForCertificates = servers.some(({ wsus }) => wsus?.clientCertificates === 'accept' || wsus?.clientCertificates === 'require');
    const ssl = asksForCertificates || site.mode === 'native' ? usesSsl(point) : undefined;
    return (site.mode === 'native' && ssl === false) || (asksForCertificates && ssl !== false);
}

/** Returns the last failure at one of the sites, which explains why none of the software update points is current. */
function staleCause(points: readonly PointState[]): number | undefined {
    return points.find(({ site }) => site.lastFailureEntry !== undefined)?.site.lastFailureEntry;
}
