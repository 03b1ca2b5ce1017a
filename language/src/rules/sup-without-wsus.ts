import { type Hierarchy, modeOf, type Server, serversOf, type SoftwareUpdatePoint } from '@sup/model';
import { insertStatement, removeStatement } from '../edits/edit.js';
import { soundWsusVersion } from '../edits/role-edits.js';
import { defineRule } from '../shelf/define-rule.js';

export default defineRule({
    id: 'sup-without-wsus',
    since: '0.1.0',
    summary: 'WSUS is installed wherever the software update point role is.',
    category: 'wsus',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Prerequisites for Software Updates'],
    messages: {
        noWsus: ({ host }: { host: string }) => ({
            what: `${host} holds the software update point role, but no WSUS is installed there.`,
            why: 'WSUS 3.0 must be on the server before the role is added.',
            todo: `Add a \`wsus\` block to ${host}, or take the role out.`
        }),
        node: ({ cluster, node }: { cluster: string; node: string }) => ({
            what: `${node} is a node of ${cluster}, which holds the software update point role, but no WSUS is installed there.`,
            why: 'WSUS has to be on every node of the cluster before the role is added.',
            todo: `Add a \`wsus\` block to ${node}, or take it out of the cluster.`
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { host } = point;
            if (host.element === 'server' && !host.wsus) {
                context.report('noWsus', {
                    at: { of: point },
                    args: { host: host.name },
                    fixes: () => [
                        { title: `Add WSUS ${soundWsusVersion} to ${host.name}`, edits: [insertStatement(host, wsusFor(context.hierarchy, host, point))] },
                        { title: `Remove the software update point from ${host.name}`, edits: [removeStatement(point)] }
                    ]
                });
            }
        },
        cluster(cluster, context) {
            const [point] = cluster.updatePoints;
            for (const server of point ? serversOf(point) : []) {
                if (!server.wsus && server.updatePoints.length === 0) {
                    context.report('node', {
                        at: { of: cluster, part: 'nodes', index: cluster.nodes.indexOf(server.name) },
                        args: { cluster: cluster.name, node: server.name },
                        related: [{ of: server, message: `${server.name} has no WSUS` }],
                        fixes: () => [{ title: `Add WSUS ${soundWsusVersion} to ${server.name}`, edits: [insertStatement(server, wsusFor(context.hierarchy, server, point!))] }]
                    });
                }
            }
        }
    }
});

/** A WSUS server with what the role says of it. */
function wsusFor(hierarchy: Hierarchy, server: Server, point: SoftwareUpdatePoint): string {
    const ports = point.ports ? `${point.ports.http}${point.ports.https === undefined ? '' : `, ${point.ports.https}`}` : '8530, 8531';
    const ssl = point.ssl === true || modeOf(hierarchy, server.site) === 'native' ? '  ssl: required' : '';
    const replica = server.site.kind === 'secondary' && point.state === 'active' ? '  replica: yes' : '';
    return `wsus ${soundWsusVersion} { ports: ${ports}${ssl}${replica} }`;
}
