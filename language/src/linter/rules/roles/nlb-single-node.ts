import { childrenOf, type Cluster, type Hierarchy, nodesOf, type Server } from '@sup/model';
import { originOf } from '../../../analysis/projection/origin.js';
import { type Edit, insertStatement, removeStatement, setProperty } from '../../edits/edit.js';
import { followInPolicies } from '../../edits/policy-edits.js';
import { linesOf } from '../../edits/text-edits.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { hasNodes, hasRole } from '../../explain/facts/roles.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { writtenName } from '../../../syntax/tree/names.js';

export default defineRule({
    id: 'nlb-single-node',
    since: '0.1.0',
    summary: 'A network load balancing cluster has several nodes.',
    category: 'roles',
    reach: 'name',
    sources: ['How to Configure the Active Software Update Point to Use Network Load Balancing'],
    messages: {
        one: ({ cluster, node }: { cluster: string; node: string }) => ({
            what: `The cluster ${cluster} has one node, ${node}.`,
            why: 'With one node, network load balancing neither shares the load nor keeps the service running when the node fails.',
            todo: `Add a node, or plan the software update point on ${node} itself.`
        })
    },
    severities: {
        one: { severity: 'information', because: 'It works, and the second node may be planned for later.' }
    },
    fixable: 'suggestion',
    checks: {
        cluster(cluster, context) {
            const [node, ...others] = new Set(cluster.nodes);
            if (node !== undefined && others.length === 0 && cluster.updatePoints.length > 0) {
                context.report('one', {
                    at: { of: cluster, part: 'nodes' },
                    args: { cluster: cluster.name, node },
                    because: () => [...cluster.updatePoints.map(hasRole), hasNodes(cluster)],
                    fixes: () => replaceByNode(context.hierarchy, cluster)
                });
            }
        }
    }
});

/** Moves the role of a cluster to its only node, with everything that names the cluster. */
function replaceByNode(hierarchy: Hierarchy, cluster: Cluster): readonly Fix[] {
    const [node] = nodesOf(cluster);
    const [point, ...others] = cluster.updatePoints;
    // In a block of one line, the roles of the node and the moved one would be at the same place.
    if (!node || !point || others.length > 0 || node.updatePoints.some(({ state }) => state !== 'inactive') || !hasLines(node)) {
        return [];
    }
    return [{
        title: `Move the software update point to ${node.name} and remove the cluster`,
        edits: [
            ...node.updatePoints.map(removeStatement),
            insertStatement(node, ...internetFqdn(cluster, node), ...linesOf(point)),
            removeStatement(cluster),
            ...renameSources(hierarchy, cluster, node.name),
            ...followInPolicies(hierarchy, point, { host: { ...node, internetFqdn: node.internetFqdn ?? cluster.internetFqdn } })
        ]
    }];
}

function hasLines(server: Server): boolean {
    return /\{[^{}]*\n/.test(originOf(server).$cstNode?.text ?? '');
}

function internetFqdn(cluster: Cluster, node: Server): readonly string[] {
    return cluster.internetFqdn === undefined || node.internetFqdn !== undefined ? [] : [`internet fqdn: ${quoteString(cluster.internetFqdn)}`];
}

/** Changes the settings of the site and its child sites that name the cluster as their source. */
function renameSources(hierarchy: Hierarchy, { name, site }: Cluster, node: string): readonly Edit[] {
    return [site, ...childrenOf(hierarchy, site)].flatMap(each => [
        ...each.servers.flatMap(({ wsus }) => wsus?.upstream === name ? [setProperty(wsus, 'upstream', writtenName(node))] : []),
        ...each.synchronizations.flatMap(settings => settings.source?.kind === 'server' && settings.source.server === name ? [setProperty(settings, 'source', `server ${writtenName(node)}`)] : [])
    ]);
}
