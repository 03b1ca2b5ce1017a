import type { ConnectionEnd, Target } from '@sup/model';
import { requireHealthCheck } from '../steps/check-health.js';
import { interruptRuns } from '../steps/fail-synchronization.js';
import { sendWaiting } from '../steps/notify-children.js';
import { enableScans } from '../steps/publish-policy.js';
import { startPending } from '../steps/synchronize.js';
import { requireVerification } from '../steps/verify-settings.js';
import { holdPolicies } from '../world/policy.js';
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
        case 'connection': return setConnection(world, target.ends, works);
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

function setConnection(world: World, ends: readonly [ConnectionEnd, ConnectionEnd], works: boolean): Outcome {
    const unknown = ends.find(end => !isKnownEnd(world, end));
    return unknown ? refuse('unknown-target', unknown.name) : () => {
        const [{ name: a }, { name: b }] = ends;
        for (const [from, to] of [[a, b], [b, a]] as const) {
            const blocked = world.blocks.get(from) ?? new Set();
            world.blocks.set(from, blocked);
            if (works) {
                blocked.delete(to);
            } else {
                blocked.add(to);
            }
        }
        recheckSites(world, ends.flatMap(end => sitesOfEnd(world, end)));
    };
}

function isKnownEnd(world: World, { kind, name }: ConnectionEnd): boolean {
    switch (kind) {
        case 'microsoft-update': return true;
        case 'site': return world.sitesByCode.has(name);
        case 'server': return world.serversNamed(name).length > 0;
        case 'clients': return world.groups.some(({ label }) => label === name);
    }
}

/** The sites whose WSUS Configuration Manager may notice a blocked connection. */
function sitesOfEnd(world: World, { kind, name }: ConnectionEnd): readonly SiteState[] {
    return kind === 'site' ? [world.sitesByCode.get(name)!] : kind === 'server' ? world.serversNamed(name).map(({ site }) => site) : [];
}

function setLink(world: World, site: SiteState, works: boolean): void {
    const { link } = site;
    if (link.isUp === works) {
        return;
    }
    if (!works) {
        holdPolicies(world, site.groups);
        link.interruptions++;
    }
    link.isUp = works;
    link.upSince = works ? world.time : link.upSince;
    interruptRuns(world);
    sendWaiting(world, site);
    if (works) {
        world.each(site.groups, group => enableScans(world, group));
    }
}

function setServers(world: World, servers: readonly ServerState[], part: WorkingFlag, works: boolean): void {
    for (const server of servers) {
        server[part] = works;
    }
    const sites = new Set(servers.map(({ site }) => site));
    recheckSites(world, sites);
    world.each(part === 'isUp' ? [...sites].filter(site => servers.some(server => server === site.siteServer)) : [], site => setSiteServer(world, site, works));
    for (const point of works ? [] : new Set([...sites].flatMap(({ active, internet }) => [active, internet]))) {
        if (point?.servers.every(({ isUp, isWsusUp }) => !isUp || !isWsusUp)) {
            point.queue.clear(world.time);
        }
    }
}

/** A site server that is down neither sends nor receives anything. */
function setSiteServer(world: World, site: SiteState, works: boolean): void {
    const links = [site, ...site.children].filter(({ parent }) => parent);
    for (const { link } of works ? [] : links) {
        link.interruptions++;
    }
    if (works) {
        startPending(world, site);
    }
    world.each(links, each => sendWaiting(world, each));
}

/** Interrupts runs that can no longer succeed, and schedules the checks that detect a change at these sites. */
export function recheckSites(world: World, sites: Iterable<SiteState>): void {
    interruptRuns(world);
    world.each(sites, site => {
        requireVerification(world, site);
        requireHealthCheck(world, site);
    });
}
