import type { Cluster, Server, SoftwareUpdatePoint, WsusServer } from '../hierarchy.js';
import { toUpperCaseCode } from '../upper-case.js';
import { nodesOf } from './update-points.js';

/** Whether a cluster has the software update point role and shares its work among several nodes. */
export function isBalanced(cluster: Cluster): boolean {
    return cluster.updatePoints.length > 0 && new Set(cluster.nodes).size > 1;
}

/** The clusters of its site that a server is a node of. */
export function clustersWith(server: Server): readonly Cluster[] {
    return server.site.clusters.filter(cluster => cluster.nodes.includes(server.name));
}

/** The software update point roles that use the WSUS server of a computer: its own, and those of its clusters. */
export function rolesOn(server: Server): readonly SoftwareUpdatePoint[] {
    return [server, ...clustersWith(server)].flatMap(host => host.updatePoints);
}

/** The WSUS servers among which a cluster shares its work. */
export function balancedWsusOf(cluster: Cluster): readonly WsusServer[] {
    return isBalanced(cluster) ? nodesOf(cluster).flatMap(({ wsus }) => wsus ?? []) : [];
}

/** Whether a database belongs to one computer: Windows Internal Database, or a database server that is named relative to the computer. */
export function isOwnDatabase(database: string): boolean {
    return /^(?:windows internal database|wid)$|##(?:ssee|wid)\b|^(?:\.|\(local\)|localhost)(?:\\|$)/i.test(database.trim());
}

/** Whether a path names a folder that other computers can reach: `\\\\server\\share`. */
export function isUncPath(path: string): boolean {
    return /^\\\\[^\\]+\\[^\\]/.test(path);
}

/** Whether two paths, or two databases, are the same: Windows and SQL Server ignore the case of their names. */
export function isSamePath(a: string, b: string): boolean {
    return pathKey(a) === pathKey(b);
}

function pathKey(path: string): string {
    return toUpperCaseCode(path.trim().replace(/\\+$/, ''));
}
