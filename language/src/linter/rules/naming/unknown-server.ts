import { type Cluster, type Hierarchy, modeOf, wsusOf } from '@sup/model';
import { type Edit, insertStatement, setProperty, unsetProperty } from '../../edits/edit.js';
import { wsusLines } from '../../edits/role-edits.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { isSurelySynchronizationRoot } from '../../rule-helpers/synchronization-root.js';
import { writtenName } from '../../../syntax/tree/names.js';

export default defineRule({
    id: 'unknown-server',
    since: '0.1.0',
    summary: 'Every server that a property names is in the plan.',
    category: 'naming',
    reach: 'name',
    sources: ['The .sup language', 'How to Configure the Active Software Update Point to Use Network Load Balancing'],
    messages: {
        unknown: ({ name }: { name: string }) => ({
            what: `No server of this hierarchy is named ${name}.`,
            why: 'The name refers to nothing, so the property has no effect.',
            todo: 'Correct the name, or add the server.'
        }),
        notHere: ({ name, cluster, site }: { name: string; cluster: string; site: string }) => ({
            what: `${name} is a node of ${cluster}, but ${site} has no server of that name.`,
            why: 'The nodes of a cluster are site systems of the same site as the cluster.',
            todo: `Name a server of ${site}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        cluster(cluster, context) {
            const { hierarchy } = context;
            const serversHere = new Set(cluster.site.servers.map(server => server.name));
            cluster.nodes.forEach((node, index) => {
                if (serversHere.has(node)) {
                    return;
                }
                const [elsewhere] = hierarchy.serversByName.get(node) ?? [];
                const free = (): string[] => [...serversHere].filter(name => !cluster.nodes.includes(name));
                context.report(elsewhere ? 'notHere' : 'unknown', {
                    at: { of: cluster, part: 'nodes', index },
                    args: { name: node, cluster: cluster.name, site: cluster.site.code },
                    related: elsewhere ? [{ of: elsewhere, message: `${node} is a ${elsewhere.element} of ${elsewhere.site.code}` }] : [],
                    fixes: () => [
                        ...changeTo(nearest(node, free()), name => setNodes(cluster, cluster.nodes.map((each, i) => i === index ? name : each))),
                        ...(elsewhere ? [] : [addNode(hierarchy, cluster, node)]),
                        ...(cluster.nodes.length > 1 ? [{ title: `Remove ${node} from ${cluster.name}`, edits: [setNodes(cluster, cluster.nodes.filter((_, i) => i !== index))] }] : [])
                    ]
                });
            });
        },
        wsus(wsus, context) {
            const { upstream } = wsus;
            if (upstream !== undefined && !context.hierarchy.serversByName.has(upstream)) {
                context.report('unknown', {
                    at: { of: wsus, part: 'upstream' },
                    args: { name: upstream },
                    fixes: () => [
                        ...changeTo(similar(context.hierarchy, upstream), name => setProperty(wsus, 'upstream', writtenName(name))),
                        { title: 'Leave `upstream` to Configuration Manager', edits: [unsetProperty(wsus, 'upstream')] }
                    ]
                });
            }
        },
        synchronization(settings, context) {
            const { source } = settings;
            // At the top, any server is wrong; `root-source-not-microsoft-update` reports that.
            const isTop = isSurelySynchronizationRoot(context.hierarchy, settings.site) && settings === settings.site.synchronizations[0];
            if (source?.kind === 'server' && !isTop && !context.hierarchy.serversByName.has(source.server)) {
                context.report('unknown', {
                    at: { of: settings, part: 'source' },
                    args: { name: source.server },
                    fixes: () => changeTo(similar(context.hierarchy, source.server), name => setProperty(settings, 'source', `server ${writtenName(name)}`))
                });
            }
        }
    }
});

function similar(hierarchy: Hierarchy, name: string): readonly string[] {
    return nearest(name, hierarchy.serversByName.keys());
}

function changeTo(names: readonly string[], edit: (name: string) => Edit): readonly Fix[] {
    return names.map(name => ({ title: `Change to ${name}`, edits: [edit(name)] }));
}

function setNodes(cluster: Cluster, nodes: readonly string[]): Edit {
    return setProperty(cluster, 'nodes', nodes.map(writtenName).join(', '));
}

/** A fix that adds the missing node with WSUS, configured like the other nodes. */
function addNode(hierarchy: Hierarchy, cluster: Cluster, name: string): Fix {
    const [point] = cluster.updatePoints;
    const ports = point && (point.ports ?? wsusOf(point)?.ports);
    const ssl = point?.ssl === true || modeOf(hierarchy, cluster.site) === 'native';
    const lines = wsusLines(cluster.site, ssl, ports).map(line => `  ${line}`);
    return { title: `Add a server ${name} with WSUS to ${cluster.site.code}`, edits: [insertStatement(cluster.site, `server ${writtenName(name)} {`, ...lines, '}')] };
}
