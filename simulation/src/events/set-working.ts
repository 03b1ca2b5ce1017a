import type { Target } from '@sup/model';
import { requireHealthCheck } from '../steps/check-health.js';
import { interruptRuns } from '../steps/fail-synchronization.js';
import { startPending } from '../steps/synchronize.js';
import { requireVerification } from '../steps/verify-settings.js';
import type { ServerState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { type Outcome, refuse } from './outcome.js';

const workingFlags = { server: 'isUp', wsus: 'isWsusUp', certificate: 'hasValidCertificate' } as const;
type WorkingFlag = typeof workingFlags[keyof typeof workingFlags];

/** Makes a part of the hierarchy fail, or restores it. */
export function setWorking(world: World, target: Target, works: boolean): Outcome {
    switch (target.kind) {
        case 'microsoft-update':
            return () => {
                world.microsoftUpdate.isReachable = works;
                interruptRuns(world);
            };
        case 'link': {
            const site = world.sitesByCode.get(target.site);
            return site?.parent ? () => setLink(world, site, works) : refuse('unknown-target', target.site);
        }
        case 'proxy':
        case 'content-share': {
            const point = world.points.get(target.name);
            const part = target.kind === 'proxy' ? 'isProxyWorking' : 'isContentShared';
            return point ? () => {
                point[part] = works;
                recheckSites(world, [point.site]);
            } : refuse('no-update-point', target.name);
        }
        case 'server':
        case 'wsus':
        case 'certificate': {
            const servers = world.serversNamed(target.name);
            return servers.length > 0 ? () => setServers(world, servers, workingFlags[target.kind], works) : refuse('unknown-target', target.name);
        }
    }
}

function setLink(world: World, site: SiteState, works: boolean): void {
    const { link } = site;
    link.interruptions += link.isUp && !works ? 1 : 0;
    link.isUp = works;
    interruptRuns(world);
    if (works) {
        world.each(link.waiting.splice(0), send => send());
    }
}

function setServers(world: World, servers: readonly ServerState[], part: WorkingFlag, works: boolean): void {
    for (const server of servers) {
        server[part] = works;
    }
    const sites = new Set(servers.map(({ site }) => site));
    recheckSites(world, sites);
    world.each(sites, site => {
        if (works && part === 'isUp' && servers.some(server => server === site.siteServer)) {
            startPending(world, site);
        }
    });
}

/** Interrupts runs that can no longer succeed, and schedules the checks that detect a change at these sites. */
export function recheckSites(world: World, sites: Iterable<SiteState>): void {
    interruptRuns(world);
    world.each(sites, site => {
        requireVerification(world, site);
        requireHealthCheck(world, site);
    });
}
