import { activeUpdatePointsOf, childrenOf, type Cluster, type Hierarchy, internetUpdatePointsOf, isBalanced, isOlder, isTooOldFor, listOf, nodesOf, type Server, serversOf, type SoftwareUpdatePoint, soundParentOf, type WsusVersion, wsusVersions } from '@sup/model';
import { planWsus } from '../../edits/wsus-edits.js';
import { hasNodes } from '../../explain/facts/roles.js';
import { hasVersion } from '../../explain/facts/wsus.js';
import { defineRule, type Fix } from '../../define-rule.js';

export default defineRule({
    id: 'nlb-version-skew',
    since: '0.1.0',
    summary: 'The WSUS servers of a network load balancing cluster have the same version.',
    category: 'wsus',
    reach: 'name',
    sources: ['Implement a shared SUSDB for Configuration Manager software update points (later releases)'],
    messages: {
        differ: ({ cluster, versions }: { cluster: string; versions: readonly { version: string; servers: readonly string[] }[] }) => ({
            what: `The nodes of ${cluster} have different versions of WSUS: ${listOf(versions.map(({ version, servers }) => `${version} on ${listOf(servers)}`))}.`,
            why: 'WSUS servers that share a database must have the same version.',
            todo: 'Plan the newest of these versions on all nodes.'
        })
    },
    fixable: 'quickfix',
    checks: {
        cluster(cluster, context) {
            const { hierarchy } = context;
            const servers = isBalanced(cluster) ? nodesOf(cluster).filter(isVersionKnown) : [];
            const [newest, ...older] = wsusVersions.filter(version => servers.some(({ wsus }) => wsus.version === version)).reverse();
            const oldest = older.at(-1);
            // A node that is too old for the site, or newer than the upstream server, has to change first; other rules report these.
            if (!newest || !oldest || isTooOldFor(cluster.site, oldest) || isNewerThanUpstream(hierarchy, cluster, newest)) {
                return;
            }
            const behind = servers.find(({ wsus }) => wsus.version !== newest)!;
            const ahead = servers.find(({ wsus }) => wsus.version === newest)!;
            context.report('differ', {
                at: { of: behind.wsus, part: 'version' },
                args: {
                    cluster: cluster.name,
                    versions: [newest, ...older].map(version => ({ version, servers: servers.filter(({ wsus }) => wsus.version === version).map(({ name }) => name) }))
                },
                because: () => [
                    hasNodes(cluster), ...servers.map(({ wsus }) => hasVersion(wsus)),
                    { text: 'WSUS servers that share a database have the same version.', source: 'Implement a shared SUSDB for Configuration Manager software update points (later releases)' }
                ],
                related: [{ of: ahead.wsus, part: 'version', message: `WSUS on ${ahead.name}` }],
                fixes: () => align(hierarchy, cluster, newest)
            });
        }
    }
});

function isVersionKnown(server: Server): server is Server & { wsus: { version: WsusVersion } } {
    return server.wsus?.version !== undefined;
}

/** Plans the newest version of the nodes on all of them, or a newer one if a server that synchronizes from the cluster has that. */
function align(hierarchy: Hierarchy, cluster: Cluster, newest: WsusVersion): readonly Fix[] {
    const downstream = cluster.updatePoints.flatMap(point => downstreamOf(hierarchy, point)).flatMap(serversOf);
    const needed = [newest, ...downstream.flatMap(({ wsus }) => wsus?.version ?? [])].reduce((a, b) => isOlder(a, b) ? b : a);
    return isNewerThanUpstream(hierarchy, cluster, needed)
        ? [] : [{ title: `Plan WSUS ${needed} on all nodes of ${cluster.name}`, edits: planWsus(cluster.updatePoints, needed) }];
}

function isNewerThanUpstream(hierarchy: Hierarchy, cluster: Cluster, version: WsusVersion): boolean {
    return cluster.updatePoints.flatMap(point => upstreamsOf(hierarchy, point)).flatMap(serversOf).some(({ wsus }) => wsus?.version !== undefined && isOlder(wsus.version, version));
}

/** The roles that a role synchronizes from: the active one of the parent site, or of its own site if it is Internet-based. */
function upstreamsOf(hierarchy: Hierarchy, { state, host: { site } }: SoftwareUpdatePoint): readonly SoftwareUpdatePoint[] {
    const above = state === 'active' ? soundParentOf(hierarchy, site) : state === 'internet' ? site : undefined;
    return above ? activeUpdatePointsOf(above) : [];
}

function downstreamOf(hierarchy: Hierarchy, { state, host: { site } }: SoftwareUpdatePoint): readonly SoftwareUpdatePoint[] {
    return state === 'active' ? [...internetUpdatePointsOf(site), ...childrenOf(hierarchy, site).flatMap(activeUpdatePointsOf)] : [];
}
