import { configurationObstacle, siteServerObstacle } from '../world/reach.js';
import type { PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { startPending } from './synchronize.js';

const component = 'SMS_WSUS_CONFIGURATION_MANAGER';

/**
 * Schedules the next verification of WSUS Configuration Manager, which verifies the settings of WSUS at each full interval. Only
 * verifications that can find a change are simulated: each change at a site schedules the next one. Source: "About the Software Update
 * Point" (ConfigMgr 2007 library).
 */
export function requireVerification(world: World, site: SiteState): void {
    const { verifyInterval } = world.assumed;
    if (site.active && site.verifyAt === undefined && !siteServerObstacle(site)) {
        site.verifyAt = nextTick(world.time, verifyInterval);
        world.schedule(site.verifyAt, 'configuration', site, verifySettings, site);
    }
}

/** The next full interval. Faults come before the checks of the same minute, so a check of this minute finds them. */
export function nextTick(time: number, interval: number): number {
    return Math.max(1, Math.ceil(time / interval)) * interval;
}

/** Schedules the first configuration of WSUS, shortly after installation. */
export function scheduleInitialConfiguration(world: World, site: SiteState): void {
    if (site.active) {
        world.scheduleUnprompted(world.assumed.configurationDelay, 'configuration', site, verifySettings, site);
    }
}

function verifySettings(world: World, site: SiteState): void {
    site.verifyAt = undefined;
    if (siteServerObstacle(site)) {
        return;
    }
    const obstacle = configurationObstacle(world, site);
    const before = site.configuration;
    const hasChanged = obstacle ? before !== 'failed' || site.obstacle?.kind !== obstacle.kind : before !== 'success';
    site.configuration = obstacle ? 'failed' : 'success';
    site.obstacle = obstacle;
    if (obstacle && hasChanged) {
        const because = world.lastEventOn.get(obstacle.subject);
        site.lastFailureEntry = world.report({ site, component, severity: 'error', details: { kind: 'configuration-failed', obstacle }, elements: obstacle.elements, because });
    } else if (hasChanged) {
        world.report({ site, component, details: { kind: 'configured' }, elements: [site.active!.point] });
    }
    if (!obstacle) {
        world.each([site.active, site.internet], point => point && restoreSettings(world, site, point));
    }
    if (before === 'pending') {
        startPending(world, site);
    }
}

/**
 * Restores settings that deviate, with one exception: Configuration Manager 2007 does not restore a changed *Synchronize from Microsoft
 * Update* at the top site. Source: "Troubleshooting Software Updates Synchronization" (ConfigMgr 2007 library).
 */
function restoreSettings(world: World, site: SiteState, point: PointState): void {
    const { source, proxy, ...others } = point.deviations;
    const isLeft = source !== undefined && site.isRoot && point === site.active;
    const remaining = { ...(isLeft ? { source } : {}), ...(proxy === undefined ? {} : { proxy }) };
    const restored = [...Object.keys(others), ...(source && !isLeft ? ['source'] : [])].sort();
    point.deviations = remaining;
    if (restored.length > 0) {
        world.report({ site, component, details: { kind: 'settings-restored', settings: restored }, elements: [point.point] });
    }
    if (isLeft) {
        world.report({ site, component, severity: 'warning', details: { kind: 'settings-left', settings: ['source'] }, elements: [point.point] });
    }
}
