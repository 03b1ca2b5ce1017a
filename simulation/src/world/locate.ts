import { conflictingAddress, isPrimarySite, modeOf, type ScanResult } from '@sup/model';
import { serviceObstacle } from './reach.js';
import type { ClientGroupState, PointState } from './state.js';
import type { World } from './world.js';

/**
 * The software update point that a management point names to clients, and how their scan against it ends.
 *
 * On the Internet: the Internet-based one of the assigned site, else its active one if it accepts Internet clients; in mixed mode
 * none. At a secondary site: its own, else that of the assigned site. Everywhere else: the active one of the assigned site. Of these,
 * those count whose content version is at least the one in the clients' policy. Sources: "About the Software Update Point" (ConfigMgr
 * 2007 library); `LocationRecord` (ConfigMgr 2007 SDK) for the version.
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

/** What keeps clients from a software update point that they were told to use. */
function failureOf({ located, on }: ClientGroupState, point: PointState): { readonly result: 'unreachable' | 'ssl-failure'; readonly subject: string } | undefined {
    const obstacle = serviceObstacle(point);
    if (obstacle) {
        return { result: obstacle.kind === 'certificate' || obstacle.kind === 'ssl-mismatch' ? 'ssl-failure' : 'unreachable', subject: obstacle.subject };
    }
    const isCut = on === 'intranet' && point.site !== located && !located.link.isUp;
    return isCut ? { result: 'unreachable', subject: located.site.code } : undefined;
}

/** Why none of them is new enough: the last failure at one of their sites. */
function staleCause(points: readonly PointState[]): number | undefined {
    return points.find(({ site }) => site.lastFailureEntry !== undefined)?.site.lastFailureEntry;
}
