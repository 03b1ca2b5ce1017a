import { assume, type Assumptions } from '../assumptions.js';
import type { Hierarchy, Site } from '../hierarchy.js';
import { clientsOf, knownIntranetClientsOf, loadOf, supportedClientsOf } from '../queries/load.js';
import { parentOf } from '../queries/tree.js';
import { activeUpdatePointOf, mayHaveActiveUpdatePoint } from '../queries/update-points.js';
import { type AdviceInput, decide, type Decision } from './decide.js';
import { type LinkFigures, linkFigures, trafficFigures, type TrafficFigures } from './figures.js';
import { type TurningPoints, turningPoints } from './turning-points.js';
import { type WindowGap, windowGap } from './window-gap.js';

/** Whether a secondary site should have its own software update point, with the figures that the recommendation rests on. */
export interface Advice extends Decision {
    readonly site: Site;
    readonly parent: Site;
    /** Undefined if the plan states that it is not known whether its software update point is active. */
    readonly hasOwn: boolean | undefined;
    /** Whether the parent has no active software update point, so that it needs one first. */
    readonly blocked: boolean;
    /** Clients on the intranet; undefined if the plan states that it is not known. */
    readonly clients: number | undefined;
    /** Kilobits per second, and milliseconds. */
    readonly bandwidth: number | undefined;
    readonly latency: number | undefined;
    /** Undefined if the plan does not state the bandwidth, or the number of clients. */
    readonly link: LinkFigures | undefined;
    readonly traffic: TrafficFigures;
    readonly gap: WindowGap | undefined;
    /** The clients that the parent's software update point has if it serves those of this site too, and the number that it supports. */
    readonly parentLoad: number;
    readonly supported: number | undefined;
    readonly turningPoints: TurningPoints;
    readonly assumed: Assumptions;
}

/**
 * Recommends whether a secondary site needs its own software update point. Without one, its clients use the parent's over the link. Pure arithmetic
 * without a simulation, so that a rule and a command give the same answer. Returns undefined unless the site is a secondary site with a parent.
 */
export function advise(hierarchy: Hierarchy, site: Site, assumptions: Partial<Assumptions> = {}): Advice | undefined {
    const parent = parentOf(hierarchy, site);
    if (site.kind !== 'secondary' || !parent) {
        return undefined;
    }
    const assumed = assume(assumptions);
    const clients = knownIntranetClientsOf(site);
    const { bandwidth, latency } = site.link ?? {};
    const point = activeUpdatePointOf(parent);
    const otherLoad = loadOf(hierarchy, parent) - (mayHaveActiveUpdatePoint(site) ? 0 : clientsOf(site).intranet);
    const supported = point && supportedClientsOf(point);
    const input: AdviceInput = { clients, bandwidth, latency: latency ?? 0, hasParentPoint: hasActive(parent), otherLoad, supported, assumed };
    return {
        site, parent, hasOwn: hasActive(site), blocked: input.hasParentPoint === false, ...decide(input), clients, bandwidth, latency,
        link: bandwidth && clients !== undefined ? linkFigures(clients, bandwidth, latency ?? 0, assumed) : undefined,
        traffic: trafficFigures(clients ?? 0, assumed),
        gap: windowGap(hierarchy, site, clients ?? 0, assumed),
        parentLoad: otherLoad + (clients ?? 0), supported, turningPoints: turningPoints(input), assumed
    };
}

/** Whether a site has an active software update point; undefined if the plan states that it is not known. */
function hasActive(site: Site): boolean | undefined {
    return activeUpdatePointOf(site) ? true : mayHaveActiveUpdatePoint(site) ? undefined : false;
}
