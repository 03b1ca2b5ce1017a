import { type Hierarchy, type Ports, rolesOn, type Server, serversOf, type SoftwareUpdatePoint } from '@sup/model';
import { type Edit, setProperty } from './edit.js';
import { followInPolicies } from './policy-edits.js';
import { portsText } from './role-edits.js';

/**
 * Plans the ports of the WSUS web site on a server. The roles that use the web site, the other nodes of its clusters and the Group Policy addresses follow, where the plan
 * states them.
 */
export function planPorts(hierarchy: Hierarchy, server: Server, ports: Ports): readonly Edit[] {
    return planPortsOf(hierarchy, rolesOn(server), [server], ports);
}

/** Plans the ports of roles and of their WSUS web sites, where the plan states them. */
export function planPortsOf(hierarchy: Hierarchy, points: readonly SoftwareUpdatePoint[], servers: readonly Server[], ports: Ports): readonly Edit[] {
    const sites = [...new Set([...servers, ...points.flatMap(serversOf)])].flatMap(({ wsus }) => wsus?.ports ? [wsus] : []);
    return [
        ...[...sites, ...points.filter(point => point.ports)].map(each => setProperty(each, 'ports', portsText(ports))),
        ...points.flatMap(point => followInPolicies(hierarchy, point, { ports }))
    ];
}
