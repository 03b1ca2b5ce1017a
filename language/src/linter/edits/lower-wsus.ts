import {
    activeUpdatePointOf, activeUpdatePointsOf, childrenOf, type Hierarchy, internetUpdatePointsOf, isOlder, neededWsusOf, serversOf, type Site, type SoftwareUpdatePoint, type WsusVersion
} from '@sup/model';
import type { Fix } from '../define-rule.js';
import { namesOf } from './upgrade.js';
import { planWsus } from './wsus-edits.js';

/** Plans an older WSUS version on a role and on those that synchronize from it, unless the version is too old for a site or a product. */
export function lowerWsus(hierarchy: Hierarchy, point: SoftwareUpdatePoint, version: WsusVersion): readonly Fix[] {
    const points = point.state === 'active' ? downstreamOf(hierarchy, point.host.site) : [point];
    const newer = points.filter(each => serversOf(each).some(({ wsus }) => wsus?.version && isOlder(version, wsus.version)));
    const isNeeded = newer.some(({ host: { site } }) => {
        const needed = neededWsusOf(hierarchy, site);
        return needed && isOlder(version, needed);
    });
    return isNeeded ? [] : [{ title: `Plan WSUS ${version} on ${namesOf(newer.map(({ host }) => host.name), 'server')}`, edits: planWsus(newer, version) }];
}

/** The active and Internet-based roles of a site and of the sites below it, as long as the chain of active ones is unbroken. */
function downstreamOf(hierarchy: Hierarchy, site: Site): readonly SoftwareUpdatePoint[] {
    const sites = new Set([site]);
    for (const each of sites) {
        childrenOf(hierarchy, each).filter(child => activeUpdatePointOf(child)).forEach(child => sites.add(child));
    }
    return [...sites].flatMap(each => [...activeUpdatePointsOf(each), ...internetUpdatePointsOf(each)]);
}
