import { holdsChildren } from '@sup/model';
import { statusIds } from '../trace/entry.js';
import { internetObstacle, serviceObstacle, siteServerObstacle, synchronizationObstacle } from '../world/reach.js';
import type { Obstacle } from '../world/obstacle.js';
import type { SiteState, SyncRun } from '../world/state.js';
import type { World } from '../world/world.js';
import { stopCarrying } from './carry.js';
import { interruptScans } from './interrupt-scans.js';
import { notifyChildren } from './notify-children.js';
import { publishPolicy } from './publish-policy.js';
import { requestSynchronization, startPending } from './synchronize.js';

const component = 'SMS_WSUS_SYNC_MANAGER';

/**
 * Ends a failed run: the site retries later and does not notify its children. Sources: "Troubleshooting Software Updates Synchronization"
 * (ConfigMgr 2007 library); "Troubleshoot software update synchronization" (later version), for the interval.
 */
export function failSynchronization(world: World, site: SiteState, obstacle: Obstacle): void {
    const { mode, flow, phase } = site.run!;
    site.run = undefined;
    if (flow) {
        stopCarrying(world, site, flow);
    }
    world.running.delete(site);
    site.failures++;
    site.lastFailure = world.time;
    const retryAt = world.time + world.assumed.retryInterval;
    const because = world.lastEventOn.get(obstacle.subject);
    // A site server that is down writes no status message.
    const cause = obstacle.kind === 'site-server-down'
        ? world.report({ site, component: 'Simulator', severity: 'error', details: { kind: 'sync-lost', obstacle }, elements: obstacle.elements, because })
        : world.report({ site, component, status: statusIds.failed, severity: 'error', details: { kind: 'sync-failed', obstacle, retryAt, ...phase === 'internet' ? { holdsChildren: holdsChildren(world.assumed) } : {} }, elements: obstacle.elements, because });
    site.lastFailureEntry = cause;
    if (phase === 'internet') {
        // Not before the phase could have ended, so that a failure makes nothing earlier.
        world.schedule(world.time + world.assumed.childSynchronization, 'synchronization', site, followActivePoint, site);
    }
    world.schedule(retryAt, 'synchronization', site, retry, { site, number: ++site.retry, mode });
    if (site.pending) {
        startPending(world, site);
    }
}

/**
 * Continues after a run in which only the Internet-based software update point failed. The first synchronization of the active one is enough to
 * enable software updates on the clients; whether it is enough for everything else is an assumption. Source: "About Software Updates Compliance
 * Assessment" (ConfigMgr 2007 library), for the first policy.
 */
function followActivePoint(world: World, site: SiteState): void {
    if (!holdsChildren(world.assumed)) {
        world.each([publishPolicy, notifyChildren], follow => follow(world, site));
    } else if (site.policies.length === 0) {
        publishPolicy(world, site);
    }
}

function retry(world: World, { site, number, mode }: { site: SiteState; number: number; mode: 'full' | 'delta' }): void {
    if (site.retry === number) {
        requestSynchronization(world, site, { mode, by: 'retry', cause: undefined });
    }
}

/** Fails the runs and the scans that can no longer succeed. */
export function interruptRuns(world: World): void {
    world.each([...world.running], site => {
        const obstacle = siteServerObstacle(site) ?? phaseObstacle(world, site, site.run!.phase);
        if (obstacle) {
            failSynchronization(world, site, obstacle);
        }
    });
    interruptScans(world);
}

/** Returns the obstacle that prevents a phase from finishing. */
function phaseObstacle(world: World, site: SiteState, phase: SyncRun['phase']): Obstacle | undefined {
    switch (phase) {
        case 'wsus': return synchronizationObstacle(world, site);
        case 'internet': return internetObstacle(world, site);
        case 'settling':
        case 'database': return serviceObstacle(site.active!);
    }
}
