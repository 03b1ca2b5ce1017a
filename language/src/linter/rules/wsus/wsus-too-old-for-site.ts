import {
    childrenOf, type Hierarchy, isOlder, neededForProducts, neededWsusOf, newestWsus, oldestWsusFor, parentOf, releaseText, serversOf, servicePackOf, type Site, updatePointsOf, type WsusServer,
    type WsusVersion, wsusVersions
} from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { Upgrade } from '../../edits/upgrade.js';
import { hasRole } from '../../explain/facts/roles.js';
import { hasVersion } from '../../explain/facts/wsus.js';
import { defineRule, type Fix } from '../../define-rule.js';

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
                context.report('tooOld', {
                    at: { of: wsus, part: 'version' },
                    args: { site: site.code, servicePack: release.servicePack, server: name, version: wsus.version, needed },
                    because: () => [
                        { text: `${site.code} is planned as ${releaseText(release)}.`, at: { of: site, part: 'release' } },
                        ...updatePointsOf(site).filter(point => serversOf(point).includes(wsus.server)).map(hasRole),
                        hasVersion(wsus)
                    ],
                    related: [{ of: site, part: 'release', message: `The release of ${site.code}` }],
                    fixes: () => [...newerWsus(context.hierarchy, wsus), ...withoutServicePack(context.hierarchy, site, wsus.version!)]
                });
            }
        }
    }
});

/** A newer version for all nodes of a role and for everything above it: one that suits the site, the products, and the newest of the nodes. */
function newerWsus(hierarchy: Hierarchy, wsus: WsusServer): readonly Fix[] {
    const { server } = wsus;
    const points = updatePointsOf(server.site).filter(point => serversOf(point).includes(server));
    const least = newestWsus([neededWsusOf(hierarchy, server.site), ...points.flatMap(serversOf).map(each => each.wsus?.version)])!;
    return wsusVersions.filter(version => !isOlder(version, least)).reverse().map(version => {
        const upgrade = new Upgrade(hierarchy).raiseWsus(points, version);
        return { title: `Plan ${upgrade.text}`, edits: upgrade.edits };
    });
}

/** Suits an old WSUS server, if no product needs a newer one, and no other server of the site, or site above or below, would disagree. */
function withoutServicePack(hierarchy: Hierarchy, site: Site, installed: WsusVersion): readonly Fix[] {
    const needed = neededForProducts(hierarchy, site);
    const others = [parentOf(hierarchy, site), ...childrenOf(hierarchy, site)];
    const isOnly = updatePointsOf(site).flatMap(serversOf).every(({ wsus }) => wsus?.version === undefined || wsus.version === installed);
    const isAlone = isOnly && others.every(other => other === undefined || (servicePackOf(other) ?? 'RTM') === 'RTM');
    return isAlone && !(needed && isOlder(installed, needed)) ? [{ title: `Plan ${site.code} without a service pack`, edits: [setProperty(site, 'release', 'RTM')] }] : [];
}
