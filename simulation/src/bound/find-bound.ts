import { assume, type Assumptions, type Hierarchy } from '@sup/model';
import { buildWorld } from '../world/build-world.js';
import { crossesLink, locateUpdatePoint } from '../world/locate.js';
import type { ClientGroupState, PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import type { Bound, GroupBound, NoBound } from './bound.js';
import { type ClientLoad, tooSlowText } from './client-load.js';
import { neverSynchronizes, noClients, scanFailure, tooSlow } from './no-bound.js';
import { partsOf } from './parts.js';
import { dueMinutes, firstScanMinutes, scanMinutes } from './scan-minutes.js';
import { findFailures, type Supplies, suppliesOf } from './supplies.js';
import { sitesWithUnknownClients } from './unknown-clients.js';

/** The software update point that clients use, or the reason why they do not scan. */
interface Served {
    readonly group: ClientGroupState;
    readonly point: PointState | undefined;
    readonly reason: NoBound | undefined;
}

/** Finds the bound of a plan: by arithmetic, in time linear in its sites, without simulating it. */
export function findBound(hierarchy: Hierarchy, assumptions: Partial<Assumptions> = {}): Bound {
    const assumed = assume(assumptions);
    // The start of a run has the same obstacles, and the same ways to a software update point, as the run.
    const world = buildWorld(hierarchy, assumed, 0);
    const failures = findFailures(world);
    const served = world.groups.map(group => serverOf(world, group, failures));
    const load = clientLoadOf(served);
    const supplies = suppliesOf(world, failures, site => load.overLink.get(site) ?? 0);
    const groups = served.map(each => groupBound(each, load, supplies, world));
    const slowest = groups.reduce((best, { minutes = -1 }, i) => minutes > (groups[best]?.minutes ?? -1) ? i : best, 0);
    const unlimited = groups.find(({ reason }) => reason);
    const last = unlimited ?? groups[slowest];
    return {
        minutes: unlimited ? undefined : last?.minutes,
        reason: last ? unlimited?.reason : noClients(hierarchy),
        clients: last?.clients, server: last?.server, parts: unlimited || !last ? [] : partsFor(served[slowest]!, load, supplies, world),
        busySites: supplies.busySites, groups, unknownClients: sitesWithUnknownClients(hierarchy), assumed
    };
}

function serverOf(world: World, group: ClientGroupState, failures: ReadonlyMap<SiteState, NoBound>): Served {
    const unsupplied = failures.get(group.assigned);
    if (unsupplied) {
        return { group, point: undefined, reason: unsupplied };
    }
    const { point, result } = locateUpdatePoint(world, group, 1);
    return { group, point, reason: result === 'succeeded' ? undefined : scanFailure(group, result, point) };
}

function clientLoadOf(served: readonly Served[]): ClientLoad {
    const overLink = new Map<SiteState, number>();
    const onPoint = new Map<PointState, number>();
    for (const { group, point, reason } of served) {
        if (point && !reason) {
            onPoint.set(point, (onPoint.get(point) ?? 0) + group.count);
            if (crossesLink(group, point)) {
                overLink.set(group.located, (overLink.get(group.located) ?? 0) + group.count);
            }
        }
    }
    return { overLink, onPoint };
}

/** The clients whose scans cross the same link as those of a group; 0 if its scans cross none. */
function scansBeside(group: ClientGroupState, point: PointState, { overLink }: ClientLoad): number {
    return crossesLink(group, point) ? overLink.get(group.located)! : 0;
}

function groupBound({ group, point, reason }: Served, load: ClientLoad, { ofPoint, failures }: Supplies, world: World): GroupBound {
    const { assumed } = world;
    const { name, located, count } = group;
    const supply = point && ofPoint.get(point);
    const scans = point && !reason ? scansBeside(group, point, load) : 0;
    const overload = scans > 0 ? tooSlowText(located, scans, false, assumed) : undefined;
    const failure = reason ?? (overload === undefined ? undefined : tooSlow(located, overload)) ?? (point && !supply ? failures.get(point.site) : undefined);
    const bypassed = point && located.active && point.site !== located ? failures.get(located) : undefined;
    const common = { clients: name, site: located.site.code, count, server: point?.point.host.name, bypassed };
    if (failure || !point || !supply) {
        const unsupplied = { kind: 'no-upstream', subject: located.site.code, elements: [] } as const;
        return { ...common, available: undefined, minutes: undefined, firstScans: undefined, reason: failure ?? neverSynchronizes(located, unsupplied) };
    }
    const scan = scanMinutes(group, point, scans, load, world);
    return {
        ...common, available: supply.minutes, minutes: supply.minutes + assumed.policyInterval + dueMinutes(assumed) + scan.minutes + scan.lastScan,
        firstScans: firstScanMinutes(group, point, scans, load, world), reason: undefined
    };
}

function partsFor({ group, point }: Served, load: ClientLoad, { ofPoint }: Supplies, world: World): Bound['parts'] {
    return partsOf(ofPoint.get(point!)!, scanMinutes(group, point!, scansBeside(group, point!, load), load, world), world.assumed);
}
