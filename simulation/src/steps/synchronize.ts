import { siteServerObstacle, synchronizationObstacle } from '../world/reach.js';
import { languagesOf, received } from '../world/received.js';
import { minuteAfter } from '../world/link-transfers.js';
import { latencyMinutes } from '../world/link.js';
import type { SiteState, SyncRequest, SyncRun } from '../world/state.js';
import { statusIds } from '../trace/entry.js';
import type { World } from '../world/world.js';
import { carry } from './carry.js';
import { failSynchronization } from './fail-synchronization.js';
import { wsusMinutes } from './run-minutes.js';
import { settle } from './settle.js';

const component = 'SMS_WSUS_SYNC_MANAGER';

/**
 * Starts a synchronization of the site, or queues the request during a run, while the site server is down, and until WSUS is configured.
 * Source: "About Software Updates Synchronization" (ConfigMgr 2007 library); a queue of one request is an assumption.
 *
 * The modules of the synchronization steps import each other in a circle: a run requests the next one (for queued requests, retries and
 * children), and this module starts every run. They use each other's functions only during a run, so the order of loading does not matter.
 */
export function requestSynchronization(world: World, site: SiteState, request: SyncRequest): void {
    if (!site.active) {
        return;
    }
    const isDown = siteServerObstacle(site) !== undefined;
    if (site.run || isDown || site.configuration === 'pending') {
        const mode = site.pending?.mode === 'full' ? 'full' : request.mode;
        const cause = world.report({ site, component, details: { kind: 'sync-queued', mode, by: request.by, isWaitingForServer: isDown } }, request.cause);
        site.pending = { ...request, mode, cause };
        return;
    }
    start(world, site, request);
}

/** Starts the queued run, if any. */
export function startPending(world: World, site: SiteState): void {
    const { pending } = site;
    site.pending = undefined;
    if (pending) {
        requestSynchronization(world, site, pending);
    }
}

function start(world: World, site: SiteState, request: SyncRequest): void {
    // The first run is full, regardless of how it was started. Children always run full.
    const mode = site.isRoot && site.lastSuccess !== undefined ? request.mode : 'full';
    world.report({ site, component, status: statusIds.started, details: { kind: 'sync-started', mode, by: request.by }, elements: [site.active!.point] }, request.cause);
    site.retry++;
    site.run = { ...request, mode, phase: 'wsus', arriving: undefined, version: 0, hasChanged: false, flow: undefined };
    world.running.add(site);
    const obstacle = synchronizationObstacle(world, site);
    if (obstacle) {
        failSynchronization(world, site, obstacle);
        return;
    }
    beginWsusPhase(world, site);
}

/** Starts the first phase, in which WSUS synchronizes from its source. */
function beginWsusPhase(world: World, site: SiteState): void {
    const run = site.run!;
    const point = site.active!;
    const upstream = site.isRoot ? 'Microsoft Update' : site.parent?.active?.point.host.name ?? '';
    if (site.source.kind === 'none') {
        // A disconnected site fetches nothing: `wsusutil import` has already updated its catalog.
        run.arriving = point.catalog;
        settle(world, site);
        return;
    }
    world.report({ site, component, status: statusIds.wsusPhase, details: { kind: 'wsus-phase', upstream }, elements: [point.point] });
    if (site.isRoot) {
        const subscription = { ...site.subscription, ...point.deviations };
        run.arriving = world.microsoftUpdate.read(point.catalog, subscription, run.mode, world.time);
        endWsusPhaseAt(world, site, world.time + wsusMinutes(world, site, run));
    } else {
        fetchFromUpstream(world, site, run);
    }
}

/** WSUS fetches the current catalog of its upstream server over the link. It takes longer if the link carries other data, too. */
function fetchFromUpstream(world: World, site: SiteState, run: SyncRun): void {
    const { assumed, time } = world;
    const upstream = site.parent!.active!;
    const point = site.active!;
    run.arriving = received(upstream.catalog, point.catalog, languagesOf(point));
    run.version = upstream.contentVersion;
    const megabytes = metadataBetween(point.catalog.revision, run.arriving.revision, world);
    const waits = latencyMinutes(site.link.plan, megabytes, assumed);
    run.flow = {
        traffic: 'metadata', connections: 1, total: megabytes, left: megabytes,
        arrive: end => {
            run.flow = undefined;
            endWsusPhaseAt(world, site, Math.max(time + assumed.childSynchronization, minuteAfter(end + waits)));
        }
    };
    carry(world, site, run.flow);
}

function metadataBetween(held: number, wanted: number, { assumed }: World): number {
    return (held === 0 && wanted > 0 ? assumed.catalogSize : 0) + Math.max(0, wanted - held) * assumed.changeSize;
}

function endWsusPhaseAt(world: World, site: SiteState, time: number): void {
    world.schedule(time, 'synchronization', site, endWsusPhase, { site, run: site.run });
}

function endWsusPhase(world: World, { site, run }: { site: SiteState; run: SiteState['run'] }): void {
    if (site.run === run && run) {
        settle(world, site);
    }
}
