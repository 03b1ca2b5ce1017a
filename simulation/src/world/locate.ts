import { conflictingAddress, isPrimarySite, modeOf, type ScanResult } from '@sup/model';
import { serviceObstacle } from './reach.js';
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
    const candidates = candidatesOf(world, group);
    const eligible = candidates.filter(point => point.contentVersion > 0 && point.contentVersion >= wanted);
    if (eligible.length === 0) {
        return { point: undefined, result: 'no-location', because: staleCause(candidates) };
    }
    const point = eligible.find(each => failureOf(group, each) === undefined);
    if (!point) {
        const failure = failureOf(group, eligible[0]!)!;
        return { point: eligible[0], result: failure.result, because: world.lastEventOn.get(failure.subject) };
    }
    const conflict = group.groupPolicy !== undefined && conflictingAddress(group.groupPolicy, point.point, group.on) !== undefined;
    return conflict ? { point, result: 'group-policy-conflict', because: world.lastEventOn.get(group.name) } : { point, result: 'succeeded' };
}

function candidatesOf(world: World, { on, assigned, located }: ClientGroupState): readonly PointState[] {
    if (on === 'internet') {
        const shared = assigned.active?.point.accepts?.includes('internet') ? assigned.active : undefined;
        const point = located === assigned && modeOf(world.hierarchy, assigned.site) !== 'mixed' ? assigned.internet ?? shared : undefined;
        return point ? [point] : [];
    }
    const own = located !== assigned ? located.active : undefined;
    return [own, isPrimarySite(assigned.site) ? assigned.active : undefined].filter(point => point !== undefined);
}

/** Returns why clients cannot use a software update point that was assigned to them. */
function failureOf({ located, on }: ClientGroupState, point: PointState): { readonly result: 'unreachable' | 'ssl-failure'; readonly subject: string } | undefined {
    const obstacle = serviceObstacle(point);
    if (obstacle) {
        return { result: obstacle.kind === 'certificate' || obstacle.kind === 'ssl-mismatch' ? 'ssl-failure' : 'unreachable', subject: obstacle.subject };
    }
    const isCut = on === 'intranet' && point.site !== located && !located.link.isUp;
    return isCut ? { result: 'unreachable', subject: located.site.code } : undefined;
}

/** Returns the last failure at one of the sites, which explains why none of the software update points is current. */
function staleCause(points: readonly PointState[]): number | undefined {
    return points.find(({ site }) => site.lastFailureEntry !== undefined)?.site.lastFailureEntry;
}
