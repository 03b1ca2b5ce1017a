import type { Hierarchy } from '@sup/model';
import { type Edit, setProperty } from '../edits/edit.js';
import { defineRule, type Fix } from '../shelf/define-rule.js';
import { nearest } from '../shelf/nearest.js';

export default defineRule({
    id: 'unknown-server',
    since: '0.1.0',
    summary: 'Every server that a property names is one of the plan.',
    category: 'naming',
    reach: 'name',
    sources: ['The .sup language', 'How to Configure the Active Software Update Point to Use Network Load Balancing'],
    messages: {
        unknown: ({ name }: { name: string }) => ({
            what: `No server of this hierarchy is called ${name}.`,
            why: 'The name leads nowhere, so what the property says is not part of the plan.',
            todo: 'Correct the name, or add the server.'
        }),
        notHere: ({ name, cluster, site }: { name: string; cluster: string; site: string }) => ({
            what: `${name} is a node of ${cluster}, but no server of ${site} is called so.`,
            why: 'The nodes of a cluster are site systems of the site that the cluster stands in.',
            todo: `Name a server of ${site}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        cluster(cluster, context) {
            const names = cluster.site.servers.map(server => server.name);
            cluster.nodes.forEach((node, index) => {
                if (!names.includes(node)) {
                    const isKnown = context.hierarchy.serversByName.has(node);
                    const meant = (name: string): Edit => setProperty(cluster, 'nodes', cluster.nodes.map((each, i) => i === index ? name : each).join(', '));
                    context.report(isKnown ? 'notHere' : 'unknown', {
                        at: { of: cluster, part: 'nodes', index },
                        args: { name: node, cluster: cluster.name, site: cluster.site.code },
                        fixes: () => changeTo(nearest(node, names.filter(name => !cluster.nodes.includes(name))), meant)
                    });
                }
            });
        },
        wsus(wsus, context) {
            const { upstream } = wsus;
            if (upstream !== undefined && !context.hierarchy.serversByName.has(upstream)) {
                context.report('unknown', {
                    at: { of: wsus, part: 'upstream' },
                    args: { name: upstream },
                    fixes: () => changeTo(similar(context.hierarchy, upstream), name => setProperty(wsus, 'upstream', name))
                });
            }
        },
        synchronization(settings, context) {
            const { source } = settings;
            if (source?.kind === 'server' && !context.hierarchy.serversByName.has(source.server)) {
                context.report('unknown', {
                    at: { of: settings, part: 'source' },
                    args: { name: source.server },
                    fixes: () => changeTo(similar(context.hierarchy, source.server), name => setProperty(settings, 'source', `server ${name}`))
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
