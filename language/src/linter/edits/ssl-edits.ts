import { contradictingSsl, type Hierarchy, hasSslDirectories, releaseFacts, type Site, type SoftwareUpdatePoint, serversOf, subtreeOf, updatePointsOf, usesSsl, type WsusServer } from '@sup/model';
import { type Edit, setProperty } from './edit.js';
import { followInPolicies } from './policy-edits.js';

/** The virtual directories that require SSL, as written in a plan. */
export const sslDirectoriesText = releaseFacts.sslVirtualDirectories.join(', ');

/** Makes a role use SSL, and its WSUS servers require it unless the plan already states that. */
export function requireSsl(hierarchy: Hierarchy, point: SoftwareUpdatePoint): readonly Edit[] {
    const wsus = serversOf(point).flatMap(server => server.wsus && server.wsus.ssl !== 'required' && server.wsus.ssl !== 'website' ? [server.wsus] : []);
    return [setProperty(point, 'ssl', 'yes'), ...wsus.flatMap(requireSslOn), ...followInPolicies(hierarchy, point, { ssl: true })];
}

/** Makes neither a role nor its WSUS servers use SSL. */
export function dropSsl(hierarchy: Hierarchy, point: SoftwareUpdatePoint): readonly Edit[] {
    const wsus = serversOf(point).flatMap(server => server.wsus?.ssl !== undefined && server.wsus.ssl !== 'off' ? [server.wsus] : []);
    return [
        ...(point.ssl === undefined ? [] : [setProperty(point, 'ssl', 'no')]),
        ...wsus.map(server => setProperty(server, 'ssl', 'no')),
        ...followInPolicies(hierarchy, point, { ssl: false })
    ];
}

/** Makes a WSUS server require SSL on the virtual directories that need it, and on no others. */
export function requireSslOn(wsus: WsusServer): readonly Edit[] {
    return [setProperty(wsus, 'ssl', 'required'), ...(wsus.ssl === undefined || hasSslDirectories(wsus) ? [] : [setProperty(wsus, 'virtual directories', sslDirectoriesText)])];
}

/** The SSL settings that the roles of sites need before the sites can work in native mode. */
export function requireSslIn(hierarchy: Hierarchy, sites: readonly Site[]): readonly Edit[] {
    return pointsInUse(hierarchy, sites).filter(point => usesSsl(point) !== true).flatMap(point => requireSsl(hierarchy, point));
}

/** The WSUS settings that no longer suit the roles of sites in mixed mode: SSL for a role that does not use it. */
export function dropUnusedSslIn(hierarchy: Hierarchy, sites: readonly Site[]): readonly Edit[] {
    return pointsInUse(hierarchy, sites).filter(point => point.ssl === false && contradictingSsl(point).length > 0).flatMap(point => dropSsl(hierarchy, point));
}

/** The roles of sites, and of the secondary sites whose mode follows theirs. */
function pointsInUse(hierarchy: Hierarchy, sites: readonly Site[]): readonly SoftwareUpdatePoint[] {
    const derived = sites.flatMap(site => [site, ...subtreeOf(hierarchy, site).filter(each => each.kind === 'secondary')]);
    return [...new Set(derived)].flatMap(updatePointsOf).filter(({ state }) => state !== 'inactive');
}
