import { type ClientGroup, type Cluster, clustersWith, type Hierarchy, type Server, type Site, type SoftwareUpdatePoint } from '@sup/model';
import type { AstNode } from 'langium';
import { elementOf } from '../../analysis/projection/origin.js';

/** The elements of the plan around the cursor, without the statement that is being written. */
export interface PlanPlace {
    readonly hierarchy: Hierarchy;
    readonly site: Site | undefined;
    readonly host: Server | Cluster | undefined;
    readonly point: SoftwareUpdatePoint | undefined;
    readonly group?: ClientGroup | undefined;
    /** The element whose head is being written, which does not count as present. */
    readonly written: unknown;
}

/** A host of a site that states nothing, in place of a new server. */
export function unnamedHost(site: Site): Cluster {
    return { element: 'cluster', site, name: '', nodes: [], fqdn: undefined, internetFqdn: undefined, updatePoints: [] };
}

/** The clusters that the server at the cursor is a node of. */
export function clustersAround({ host }: PlanPlace): readonly Cluster[] {
    return host?.element === 'server' ? clustersWith(host) : [];
}

/** The plan around a block; `statement` is the one that is being written. */
export function planPlaceIn(hierarchy: Hierarchy, block: AstNode, statement: AstNode | undefined): PlanPlace {
    const around: Partial<Record<string, unknown>> = {};
    for (let node: AstNode | undefined = block; node; node = node.$container) {
        const element = elementOf(node);
        if (element) {
            around[element.element] ??= element;
        }
    }
    const own = statement && elementOf(statement);
    return {
        hierarchy,
        site: (around['site'] ?? (own?.element === 'site' ? own : undefined)) as Site | undefined,
        host: (around['server'] ?? around['cluster']) as Server | Cluster | undefined,
        point: around['updatePoint'] as SoftwareUpdatePoint | undefined,
        group: around['clientGroup'] as ClientGroup | undefined,
        written: own
    };
}
