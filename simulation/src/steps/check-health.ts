import { serviceObstacle } from '../world/reach.js';
import type { PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { nextTick } from './verify-settings.js';

const component = 'SMS_WSUS_CONTROL_MANAGER';

/**
 * Schedules the next health check of WSUS Control Manager. The component runs on the software update point itself, checks the health
 * of WSUS and writes its proxy settings. As with the verification of settings, only checks that can find a change are simulated. Sources:
 * "About the Software Update Point" (ConfigMgr 2007 library); the log of the component in a later version, for the proxy settings. The
 * interval is an assumption.
 */
export function requireHealthCheck(world: World, site: SiteState): void {
    const { healthInterval } = world.assumed;
    if (site.healthCheckAt === undefined) {
        site.healthCheckAt = nextTick(world.time, healthInterval);
        world.schedule(site.healthCheckAt, 'configuration', site, checkHealth, site);
    }
}

function checkHealth(world: World, site: SiteState): void {
    site.healthCheckAt = undefined;
    world.each([site.active, site.internet], point => point && checkPoint(world, site, point));
}

function checkPoint(world: World, site: SiteState, point: PointState): void {
    if (point.servers.every(({ isUp }) => !isUp)) {
        return; // The component itself runs on the server that is down.
    }
    const obstacle = serviceObstacle(point);
    const server = point.point.host.name;
    if (obstacle && point.isHealthy) {
        world.report({ site, component, severity: 'error', details: { kind: 'unhealthy', server, obstacle }, elements: obstacle.elements, because: world.lastEventOn.get(obstacle.subject) });
    } else if (!obstacle && !point.isHealthy) {
        world.report({ site, component, details: { kind: 'healthy', server }, elements: [point.point] });
    }
    point.isHealthy = !obstacle;
    if (!obstacle && point.deviations.proxy !== undefined) {
        delete point.deviations.proxy;
        world.report({ site, component, details: { kind: 'settings-restored', settings: ['proxy'] }, elements: [point.point] });
    }
}
