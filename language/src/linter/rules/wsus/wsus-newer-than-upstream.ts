import {
    activeUpdatePointOf, activeUpdatePointsOf, childrenOf, type Hierarchy, internetUpdatePointsOf, isOlder, isTooOldFor, isUnknown, serversOf, type Site, type SoftwareUpdatePoint, soundParentOf, wsusOf, type WsusVersion, wsusVersionOf
} from '@sup/model';
import { planWsus } from '../../edits/wsus-edits.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { hasRole } from '../../explain/facts/roles.js';
import { hasVersion } from '../../explain/facts/wsus.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { listOf } from '../../../syntax/wording.js';

export default defineRule({
    id: 'wsus-newer-than-upstream',
    since: '0.1.0',
    summary: 'No WSUS server is newer than the one that it synchronizes from.',
    category: 'wsus',
    reach: 'name',
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
            const upstream = upstreamFor(hierarchy, point);
            const theirs = upstream && wsusVersionOf(upstream);
            const wsus = theirs && serversOf(point).find(server => server.wsus?.version && isOlder(theirs, server.wsus.version))?.wsus;
            // If WSUS upstream is too old for its own site, it has to change first; `wsus-too-old-for-site` reports that.
            if (!wsus?.version || isTooOldFor(upstream!.host.site, theirs!)) {
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
                fixes: () => [raise(hierarchy, upstream!, version), ...lower(hierarchy, point, theirs!)]
            });
        }
    }
});

/** The source of a role: for an active one, the active one of the parent site; for an Internet-based one, the active one of its site. */
function upstreamFor(hierarchy: Hierarchy, point: SoftwareUpdatePoint): SoftwareUpdatePoint | undefined {
    const { site } = point.host;
    const settings = site.synchronizations[0];
    const isDisconnected = point.state === 'internet' ? point.source === 'none' || isUnknown(point, 'source') : settings?.source?.kind === 'none' || isUnknown(settings, 'source');
    if (point.state === 'inactive' || isDisconnected) {
        return undefined;
    }
    const above = point.state === 'active' ? soundParentOf(hierarchy, site) : site;
    const [upstream, ...others] = above ? activeUpdatePointsOf(above) : [];
    return others.length === 0 ? upstream : undefined;
}

/** Plans a version on the upstream servers, so that no server in the chain is newer than its own upstream server. */
function raise(hierarchy: Hierarchy, upstream: SoftwareUpdatePoint, version: WsusVersion): Fix {
    const points = [upstream];
    for (let above = upstreamFor(hierarchy, upstream); above && isKnownOlder(above, version); above = upstreamFor(hierarchy, above)) {
        points.unshift(above);
    }
    return plan(points, version);
}

function isKnownOlder(point: SoftwareUpdatePoint, version: WsusVersion): boolean {
    const theirs = wsusVersionOf(point);
    return theirs !== undefined && isOlder(theirs, version);
}

/** Plans a version on a role and on those that synchronize from it, unless the version is too old for a site. */
function lower(hierarchy: Hierarchy, point: SoftwareUpdatePoint, version: WsusVersion): readonly Fix[] {
    const points = point.state === 'active' ? downstreamOf(hierarchy, point.host.site) : [point];
    const newer = points.filter(each => serversOf(each).some(({ wsus }) => wsus?.version && isOlder(version, wsus.version)));
    return newer.some(each => isTooOldFor(each.host.site, version)) ? [] : [plan(newer, version)];
}

/** The active and Internet-based roles of a site and of the sites below it, as long as the chain of active ones is unbroken. */
function downstreamOf(hierarchy: Hierarchy, site: Site): readonly SoftwareUpdatePoint[] {
    const sites = new Set([site]);
    for (const each of sites) {
        childrenOf(hierarchy, each).filter(child => activeUpdatePointOf(child)).forEach(child => sites.add(child));
    }
    return [...sites].flatMap(each => [...activeUpdatePointsOf(each), ...internetUpdatePointsOf(each)]);
}

function plan(points: readonly SoftwareUpdatePoint[], version: WsusVersion): Fix {
    return { title: `Plan WSUS ${version} on ${listOf(points.map(point => point.host.name))}`, edits: planWsus(points, version) };
}
