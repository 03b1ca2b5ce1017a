import { type Cluster, type Hierarchy, listOf, modeOf, newestWsus, nodesOf, releaseFacts, type Server, serversOf, type SoftwareUpdatePoint, upstreamPointOf } from '@sup/model';
import { insertStatement, removeStatement, setProperty } from '../../edits/edit.js';
import { nodeWsusLines, wsusLines } from '../../edits/role-edits.js';
import { Upgrade } from '../../edits/upgrade.js';
import { planConsole, versionBelow, versionsBelow } from '../../edits/wsus-edits.js';
import type { Fact } from '../../explain/fact.js';
import { hasRole, holdsRole } from '../../explain/facts/roles.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { isWritten } from '../../../analysis/unreadable.js';
import { writtenName } from '../../../syntax/tree/names.js';

const wsusComesFirst: Fact = { text: 'WSUS 3.0 has to be installed on a server before it gets the software update point role.', source: 'About the Software Update Point' };

export default defineRule({
    id: 'sup-without-wsus',
    since: '0.1.0',
    summary: 'WSUS is installed on every server with the software update point role.',
    category: 'wsus',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Prerequisites for Software Updates'],
    messages: {
        noWsus: ({ host }: { host: string }) => ({
            what: `${host} has the software update point role, but WSUS is not installed there.`,
            why: 'WSUS 3.0 must be installed on the server before the role is added.',
            todo: `Add a \`wsus\` block to ${host}, or remove the role.`
        }),
        node: ({ cluster, node }: { cluster: string; node: string }) => ({
            what: `${node} is a node of ${cluster}, which has the software update point role, but WSUS is not installed there.`,
            why: 'WSUS must be installed on every node of the cluster before the role is added.',
            todo: `Add a \`wsus\` block to ${node}, or remove it from the cluster.`
        }),
        noNodes: ({ cluster }: { cluster: string }) => ({
            what: `${cluster} has the software update point role, but no nodes.`,
            why: 'WSUS runs on the nodes of a cluster, so without one there is no WSUS server for the role.',
            todo: 'Name the servers of the cluster in `nodes`, or remove the role.'
        })
    },
    fixable: 'suggestion',
    checks: {
        server(server, context) {
            const [point] = server.updatePoints;
            if (point && !server.wsus) {
                context.report('noWsus', {
                    at: { of: point },
                    args: { host: server.name },
                    because: () => [hasRole(point), hasNoWsus(server), wsusComesFirst],
                    fixes: () => [
                        addWsus(context.hierarchy, server, point),
                        { title: `Remove the software update point from ${server.name}`, edits: server.updatePoints.map(removeStatement) }
                    ]
                });
            }
        },
        cluster(cluster, context) {
            const [point] = cluster.updatePoints;
            if (point && !isWritten(cluster, 'nodes')) {
                context.report('noNodes', {
                    at: { of: cluster, part: 'name' },
                    args: { cluster: cluster.name },
                    because: () => [hasRole(point), { text: `The plan of ${cluster.name} names no nodes.`, at: { of: cluster } }, wsusComesFirst],
                    fixes: () => [...addNodes(cluster), { title: `Remove the software update point from ${cluster.name}`, edits: cluster.updatePoints.map(removeStatement) }]
                });
            }
            const places = new Map(cluster.nodes.map((name, i) => [name, i]));
            for (const server of point ? nodesOf(cluster) : []) {
                if (!server.wsus && server.updatePoints.length === 0) {
                    context.report('node', {
                        at: { of: cluster, part: 'nodes', index: places.get(server.name) },
                        args: { cluster: cluster.name, node: server.name },
                        because: () => [...holdsRole(point!, server), hasNoWsus(server), wsusComesFirst],
                        related: [{ of: server, message: `${server.name} has no WSUS` }],
                        fixes: () => {
                            const others = cluster.nodes.filter(node => node !== server.name);
                            const without = { title: `Remove ${server.name} from ${cluster.name}`, edits: [setProperty(cluster, 'nodes', others.map(writtenName).join(', '))] };
                            return [addWsusToNode(server, nodeWsusLines(context.hierarchy, cluster)), ...(others.length > 0 ? [without] : [])];
                        }
                    });
                }
            }
        }
    }
});

function hasNoWsus(server: Server): Fact {
    return { text: `The plan has no WSUS on ${server.name}.`, at: { of: server } };
}

/** Adds a WSUS server with the ports and the SSL setting of the role, and a version that suits the servers above and below. */
function addWsus(hierarchy: Hierarchy, server: Server, point: SoftwareUpdatePoint): Fix {
    const { site } = server;
    const ssl = point.ssl === true || modeOf(hierarchy, site) === 'native';
    const upstream = point.state === 'inactive' ? undefined : upstreamPointOf(hierarchy, point);
    const version = newestWsus([versionBelow(hierarchy, upstream, site), ...point.state === 'active' ? versionsBelow(hierarchy, site) : []])!;
    return {
        title: `Add WSUS ${version} to ${server.name}`,
        edits: [
            insertStatement(server, ...wsusLines(site, ssl, point.ports, version)),
            ...(upstream ? new Upgrade(hierarchy).raiseWsus([upstream], version).edits : []),
            ...(point.state === 'active' ? planConsole(site, serversOf(point), version) : [])
        ]
    };
}

/** Uses the WSUS servers of the site that have no other use. */
function addNodes(cluster: Cluster): readonly Fix[] {
    const { servers, clusters } = cluster.site;
    const free = servers.filter(({ name, wsus, updatePoints }) => wsus && updatePoints.every(({ state }) => state === 'inactive') && !clusters.some(({ nodes }) => nodes.includes(name)));
    const names = free.map(({ name }) => name);
    return names.length === 0 || names.length > releaseFacts.clusterNodes ? [] : [{
        title: `Use ${listOf(names)} as ${names.length === 1 ? 'the node' : 'the nodes'} of ${cluster.name}`,
        edits: [setProperty(cluster, 'nodes', names.map(writtenName).join(', '))]
    }];
}

/** Adds a WSUS server like those of the other nodes. */
function addWsusToNode(server: Server, lines: readonly string[]): Fix {
    const version = /^wsus (.*?) \{/.exec(lines[0]!)![1]!;
    return { title: `Add WSUS ${version} to ${server.name}`, edits: [insertStatement(server, ...lines)] };
}
