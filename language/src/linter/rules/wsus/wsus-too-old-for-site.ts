import {
    clustersWith, isOlder, isTooOldFor, nodesOf, oldestWsusFor, releaseText, type Server, serversOf, updatePointsOf, type WsusVersion, wsusVersions
} from '@sup/model';
import { setHead, setProperty } from '../../edits/edit.js';
import { hasRole } from '../../explain/facts/roles.js';
import { hasVersion } from '../../explain/facts/wsus.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'wsus-too-old-for-site',
    since: '0.1.0',
    summary: 'WSUS on a software update point is new enough for the service pack of the site.',
    category: 'wsus',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Prerequisites for Software Updates'],
    messages: {
        tooOld: ({ site, servicePack, server, version, needed }: { site: string; servicePack: string; server: string; version: string; needed: string }) => ({
            what: `${server} has WSUS ${version}, but ${site} is a site with ${servicePack}.`,
            why: `A site with ${servicePack} needs WSUS ${needed} or later on its software update points.`,
            todo: `Plan WSUS ${needed} or later on ${server}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { release } = site;
            const needed = release && oldestWsusFor(release);
            if (!needed) {
                return;
            }
            const servers = new Set(updatePointsOf(site).flatMap(serversOf));
            for (const { name, wsus } of servers) {
                if (!wsus?.version || !isOlder(wsus.version, needed)) {
                    continue;
                }
                const installed = wsus.version;
                context.report('tooOld', {
                    at: { of: wsus, part: 'version' },
                    args: { site: site.code, servicePack: release.servicePack, server: name, version: installed, needed },
                    because: () => [
                        { text: `${site.code} is planned as ${releaseText(release)}.`, at: { of: site, part: 'release' } },
                        ...updatePointsOf(site).filter(point => serversOf(point).includes(wsus.server)).map(hasRole),
                        hasVersion(wsus)
                    ],
                    related: [{ of: site, part: 'release', message: `The release of ${site.code}` }],
                    fixes: () => [
                        ...wsusVersions.filter(version => !isOlder(version, needed) && isAligned(wsus.server, version)).reverse()
                            .map(version => ({ title: `Plan WSUS ${version} on ${name}`, edits: [setHead(wsus, 'version', version)] })),
                        ...(isAligned(wsus.server, installed) ? [{ title: `Plan ${site.code} without a service pack`, edits: [setProperty(site, 'release', 'RTM')] }] : [])
                    ]
                });
            }
        }
    }
});

/** Whether the other nodes of the server's clusters have a version, as they must; a node that is too old for the site as well has a finding of its own. */
function isAligned(server: Server, version: WsusVersion): boolean {
    return clustersWith(server).flatMap(nodesOf).every(({ wsus }) => wsus === server.wsus || wsus?.version === undefined || wsus.version === version || isTooOldFor(server.site, wsus.version));
}
