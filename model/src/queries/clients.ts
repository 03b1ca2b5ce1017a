import { type Hierarchy, isUnknown, type Site, type SoftwareUpdatePoint } from '../hierarchy.js';
import { memoizePerHierarchy } from './memoize-per-hierarchy.js';
import { isPrimarySite, parentOf } from './tree.js';
import { activeUpdatePointsOf, internetUpdatePointsOf, mayHaveActiveUpdatePoint, updatePointsOf } from './update-points.js';

/**
 * The software update point that a site's clients on the intranet use: the active one; on a secondary site without one, that of
 * its parent. Undefined if there is none, or if there are several and the plan does not determine which one. Source: "About the Software Update Point"
 * (ConfigMgr 2007 library).
 */
export function usedOnIntranet(hierarchy: Hierarchy, site: Site): SoftwareUpdatePoint | undefined {
    const own = activeUpdatePointsOf(site);
    const parent = site.kind === 'secondary' && !mayHaveActiveUpdatePoint(site) ? parentOf(hierarchy, site) : undefined;
    return only(parent && isPrimarySite(parent) ? activeUpdatePointsOf(parent) : own);
}

/**
 * The software update point that clients on the Internet use: the Internet-based one, otherwise the active one if it accepts them. Only
 * primary sites have such clients. Source: "Software Update Point Component Properties: Internet-Based Tab" (ConfigMgr 2007 library).
 */
export function usedOnInternet(site: Site): SoftwareUpdatePoint | undefined {
    const separate = internetUpdatePointsOf(site);
    const shared = activeUpdatePointsOf(site).filter(point => point.accepts?.includes('internet'));
    const isUnclear = separate.length === 0 && updatePointsOf(site).some(point => isUnknown(point, 'state'));
    return isPrimarySite(site) && !isUnclear ? only(separate.length > 0 ? separate : shared) : undefined;
}

function only(points: readonly SoftwareUpdatePoint[]): SoftwareUpdatePoint | undefined {
    return points.length === 1 ? points[0] : undefined;
}

/** The names of the client groups of a hierarchy. */
export const clientGroupNamesIn: (hierarchy: Hierarchy) => ReadonlySet<string> = memoizePerHierarchy(({ sites }) => new Set(sites.flatMap(site => site.clientGroups.flatMap(({ label }) => label ?? []))));
