import { type Cluster, counted, listOf, releaseFacts } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { hasNodes, hasRole } from '../../explain/facts/roles.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { writtenName } from '../../../syntax/tree/names.js';

export default defineRule({
    id: 'nlb-too-many-nodes',
    since: '0.1.0',
    summary: 'A network load balancing cluster with a software update point has at most four nodes.',
    category: 'roles',
    reach: 'segment',
    sources: ['How to Configure the Active Software Update Point to Use Network Load Balancing'],
    messages: {
        tooMany: ({ cluster, count, most }: { cluster: string; count: number; most: number }) => ({
            what: `${cluster} has ${counted(count, 'node')}.`,
            why: `At most ${counted(most, 'WSUS server')} can share the load of a software update point.`,
            todo: `Remove ${counted(count - most, 'node')}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        cluster(cluster, context) {
            const nodes = [...new Set(cluster.nodes)];
            const most = releaseFacts.clusterNodes;
            if (cluster.updatePoints.length > 0 && nodes.length > most) {
                context.report('tooMany', {
                    at: { of: cluster, part: 'nodes', index: cluster.nodes.indexOf(nodes[most]!) },
                    args: { cluster: cluster.name, count: nodes.length, most },
                    because: () => [
                        ...cluster.updatePoints.map(hasRole), hasNodes(cluster),
                        { text: `At most ${counted(most, 'WSUS server')} can share the load of a software update point.`, source: 'How to Configure the Active Software Update Point to Use Network Load Balancing' }
                    ],
                    fixes: () => nodes.length === most + 1 ? nodes.map(node => keep(cluster, nodes.filter(other => other !== node), `Remove ${node} from ${cluster.name}`))
                        : [keep(cluster, nodes.slice(0, most), `Keep only ${listOf(nodes.slice(0, most))} in ${cluster.name}`)]
                });
            }
        }
    }
});

function keep(cluster: Cluster, nodes: readonly string[], title: string): Fix {
    return { title, edits: [setProperty(cluster, 'nodes', nodes.map(writtenName).join(', '))] };
}
