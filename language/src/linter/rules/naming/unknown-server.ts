import {
    type ClientGroup, type Cluster, type Hierarchy, microsoftUpdate, type Server, type Site, type SoftwareUpdatePoint, type Synchronization, type WsusServer
} from '@sup/model';
import { type Edit, insertStatement, setProperty, unsetProperty } from '../../edits/edit.js';
import { importText } from '../../edits/import-edits.js';
import { endText, letReach } from '../../edits/reach-edits.js';
import { nodeWsusLines } from '../../edits/role-edits.js';
import { defineRule, type Fix, type RuleContext } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { isSurelySynchronizationRoot } from '../../rule-helpers/synchronization-root.js';
import { writtenName } from '../../../syntax/tree/names.js';

const messages = {
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
};
type Context = RuleContext<typeof messages>;

export default defineRule({
    id: 'unknown-server',
    since: '0.1.0',
    summary: 'Every server that a property names is in the plan.',
    category: 'naming',
    reach: 'name',
    sources: ['The .sup language', 'How to Configure the Active Software Update Point to Use Network Load Balancing'],
    messages,
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            checkName(context, site, 'client installation', site.clientInstallation, writtenName);
            checkReach(context, site, site.cannotReach);
        },
        server(server, context) {
            checkReach(context, server, server.cannotReach);
        },
        clientGroup(group, context) {
            checkReach(context, group, group.cannotReach);
        },
        updatePoint(point, context) {
            checkName(context, point, 'import', point.importPlan?.from, name => importText({ ...point.importPlan!, from: name }));
        },
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
            checkName(context, wsus, 'upstream', wsus.upstream, writtenName, 'Leave `upstream` to Configuration Manager');
        },
        synchronization(settings, context) {
            const { source, importPlan } = settings;
            checkName(context, settings, 'import', importPlan?.from, name => importText({ ...importPlan!, from: name }));
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

/** Reports a name that no server has. */
function checkName(context: Context, of: Site | WsusServer | SoftwareUpdatePoint | Synchronization, part: string, name: string | undefined, valueWith: (name: string) => string, removal = `Remove \`${part}\``): void {
    if (name !== undefined && !context.hierarchy.serversByName.has(name)) {
        context.report('unknown', {
            at: { of, part },
            args: { name },
            fixes: () => [
                ...changeTo(similar(context.hierarchy, name), other => setProperty(of, part, valueWith(other))),
                { title: removal, edits: [unsetProperty(of, part)] }
            ]
        });
    }
}

function checkReach(context: Context, of: Site | Server | ClientGroup, ends: readonly string[] | undefined): void {
    ends?.forEach((name, index) => {
        if (name !== microsoftUpdate && !context.hierarchy.serversByName.has(name)) {
            context.report('unknown', {
                at: { of, part: 'cannot reach', index },
                args: { name },
                fixes: () => [
                    ...changeTo(similar(context.hierarchy, name), other => setProperty(of, 'cannot reach', ends.map((end, i) => endText(i === index ? other : end)).join(', '))),
                    letReach(of, [name])
                ]
            });
        }
    });
}

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
    const lines = nodeWsusLines(hierarchy, cluster).map(line => `  ${line}`);
    return { title: `Add a server ${name} with WSUS to ${cluster.site.code}`, edits: [insertStatement(cluster.site, `server ${writtenName(name)} {`, ...lines, '}')] };
}
