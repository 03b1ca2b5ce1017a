import { type Cluster, type Hierarchy, hostsOf, type ModelElement, type Server, type Site } from '@sup/model';
import type { ProblemSeverity, SceneProblem } from './scene.js';
import { shownMessage, shownName } from './shown.js';

/** A problem of a plan, at an element of the model. */
export interface ElementProblem {
    readonly rule: string;
    readonly severity: ProblemSeverity;
    readonly message: string;
    /** Undefined for a problem that is not about a part of the hierarchy. */
    readonly element: ModelElement | undefined;
}

export interface PlacedProblems<P extends ElementProblem = ElementProblem> {
    /** The problems of a site, the most severe first; for `undefined`, the problems that do not belong to a site. */
    of(site: Site | undefined): readonly P[];
    countOf(host: Server | Cluster): number;
}

/** From the most to the least severe. */
export const severities: readonly ProblemSeverity[] = ['error', 'warning', 'information', 'hint'];

/** Assigns problems to the sites and servers that they are about. The problems of a site have the same order as in its scene. */
export function placeProblems<P extends ElementProblem>(hierarchy: Hierarchy, problems: readonly P[]): PlacedProblems<P> {
    const owners = ownersIn(hierarchy);
    const bySite = new Map<Site | undefined, P[]>();
    const byHost = new Map<Server | Cluster, number>();
    for (const severity of severities) {
        for (const problem of problems.filter(each => each.severity === severity)) {
            const owner = problem.element && owners.get(problem.element);
            const known = bySite.get(owner?.site) ?? [];
            bySite.set(owner?.site, known);
            known.push(problem);
            if (owner?.host) {
                byHost.set(owner.host, (byHost.get(owner.host) ?? 0) + 1);
            }
        }
    }
    return { of: site => bySite.get(site) ?? [], countOf: host => byHost.get(host) ?? 0 };
}

interface Owner {
    readonly site: Site;
    readonly host: Server | Cluster | undefined;
}

/** A problem as the scene shows it. */
export function shownProblem({ rule, severity, message }: ElementProblem): SceneProblem {
    return { rule: shownName(rule), severity, message: shownMessage(message) };
}

/** Every part of a hierarchy with the site and the server that it belongs to. */
function ownersIn({ sites }: Hierarchy): ReadonlyMap<ModelElement, Owner> {
    const owners = new Map<ModelElement, Owner>();
    for (const site of sites) {
        [site, ...site.synchronizations, ...site.clientGroups].forEach(element => owners.set(element, { site, host: undefined }));
        for (const host of hostsOf(site)) {
            const proxies = host.updatePoints.flatMap(({ proxy }) => proxy ?? []);
            const wsus = host.element === 'server' && host.wsus ? [host.wsus] : [];
            [host, ...wsus, ...host.updatePoints, ...proxies].forEach(element => owners.set(element, { site, host }));
        }
    }
    return owners;
}
