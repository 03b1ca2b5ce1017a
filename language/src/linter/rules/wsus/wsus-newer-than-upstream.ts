import { type Hierarchy, isOlder, serversOf, type SoftwareUpdatePoint, upstreamPointOf, type WsusVersion, wsusOf, wsusVersionOf } from '@sup/model';
import { lowerWsus } from '../../edits/lower-wsus.js';
import { Upgrade } from '../../edits/upgrade.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { hasRole } from '../../explain/facts/roles.js';
import { hasVersion } from '../../explain/facts/wsus.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { mustBecomeNewer } from '../../rule-helpers/old-wsus.js';

export default defineRule({
    id: 'wsus-newer-than-upstream',
    since: '0.1.0',
    summary: 'No WSUS server is newer than the one that it synchronizes from.',
    category: 'wsus',
    reach: 'graph',
    sources: ['Plan Your WSUS Deployment (Windows Server documentation)'],
    messages: {
        newer: ({ server, version, upstream, theirs }: { server: string; version: string; upstream: string; theirs: string }) => ({
            what: `${server} has WSUS ${version}, but synchronizes from ${upstream}, which has WSUS ${theirs}.`,
            why: 'WSUS synchronizes only from a server of the same or a later version.',
            todo: `Plan WSUS ${version} on ${upstream} too, or WSUS ${theirs} here.`
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { hierarchy } = context;
            const upstream = upstreamPointOf(hierarchy, point);
            const theirs = upstream && wsusVersionOf(upstream);
            const wsus = theirs && serversOf(point).find(server => server.wsus?.version && isOlder(theirs, server.wsus.version))?.wsus;
            if (!wsus?.version || mustBecomeNewer(hierarchy, upstream!, theirs!)) {
                return;
            }
            const { version } = wsus;
            context.report('newer', {
                at: { of: wsus, part: 'version' },
                args: { server: wsus.server.name, version, upstream: upstream!.host.name, theirs: theirs! },
                because: () => [
                    hasRole(point),
                    ...point.state === 'active' ? [reportsTo(point.host.site, upstream!.host.site)] : [],
                    hasRole(upstream!),
                    hasVersion(wsusOf(upstream!)!),
                    hasVersion(wsus)
                ],
                related: [{ of: wsusOf(upstream!)!, part: 'version', message: `WSUS on ${upstream!.host.name}` }],
                fixes: () => [raise(hierarchy, upstream!, version), ...lowerWsus(hierarchy, point, theirs!)]
            });
        }
    }
});

/** Plans a version on the upstream servers, so that no server in the chain is newer than its own upstream server. */
function raise(hierarchy: Hierarchy, upstream: SoftwareUpdatePoint, version: WsusVersion): Fix {
    const upgrade = new Upgrade(hierarchy).raiseWsus([upstream], version);
    return { title: `Plan ${upgrade.text}`, edits: upgrade.edits };
}
