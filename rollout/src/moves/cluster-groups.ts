import { groupBy, toUpperCaseCode } from '@sup/model';
import type { Cluster } from '@sup/model';
import type { Properties, SiteFacts } from '../facts/plan-facts.js';
import { joinMoves, type Move } from './move.js';
import type { MoveKind } from './move-kinds.js';

/** The kinds that all nodes of a cluster must go through at the same time. Source: "Configure WSUS for Network Load Balancing" (WSUS 3.0 SP2 documentation). */
const kindsOfCluster: ReadonlySet<MoveKind> = new Set(['upgrade WSUS', 'downgrade WSUS', 'change SSL', 'change ports', 'move WSUS data']);

/**
 * Joins the moves of a site's servers that are one operation: those of the nodes of a cluster, and the WSUS console of the site server with the WSUS of
 * its software update point.
 */
export function clusterGroups(before: SiteFacts | undefined, after: SiteFacts, moves: readonly Move[]): readonly Move[] {
    const clusterOf = clustersByNode([before, after]);
    const groups = groupBy([...moves], move => {
        const cluster = kindsOfCluster.has(move.kind) ? clusterOf.get(toUpperCaseCode(move.hosts[0]!)) : undefined;
        return [cluster === undefined ? move.id : `${move.kind} ${cluster}`];
    });
    return withConsole(before, [...groups.values()].map(group => group.length === 1 ? group[0]! : joinMoves(group[0]!.kind, group as [Move, ...Move[]])));
}

/** The cluster of each node, in upper case; a cluster belongs to itself. */
function clustersByNode(versions: readonly (SiteFacts | undefined)[]): ReadonlyMap<string, string> {
    const clusters = versions.flatMap(version => [...version?.hosts ?? []].filter(([, host]) => host.element === 'cluster'));
    return new Map(clusters.flatMap(([name, host]) => [name, ...(host.own as Properties<Cluster>).nodes.map(toUpperCaseCode)].map(node => [node, name] as const)));
}

/** A console of another version than its WSUS is a warning that need not arise: both are upgraded in one step. */
function withConsole(before: SiteFacts | undefined, moves: readonly Move[]): readonly Move[] {
    const upgrades = moves.filter(({ kind }) => kind === 'upgrade WSUS' || kind === 'downgrade WSUS');
    const isUsed = (move: Move): boolean => move.hosts.some(host => before?.hosts.get(toUpperCaseCode(host))?.role?.state !== undefined);
    const upgrade = upgrades.find(isUsed) ?? upgrades[0];
    const consoles = moves.filter(({ kind, hosts }) => kind === 'install console' && (before?.hosts.get(toUpperCaseCode(hosts[0]!))?.own as { wsusConsole?: unknown } | undefined)?.wsusConsole !== undefined);
    return upgrade === undefined || consoles.length === 0 ? moves : [joinMoves(upgrade.kind, [upgrade, ...consoles]), ...moves.filter(move => move !== upgrade && !consoles.includes(move))];
}
