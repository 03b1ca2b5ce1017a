import type { ScenarioEvent } from '@sup/model';
import { importUpdates } from '../events/import-updates.js';
import type { PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';

const component = 'SMS_WSUS_SYNC_MANAGER';

/**
 * Schedules the imports that the plan states for a disconnected site and for its Internet-based software update point, from one interval after the
 * start. A scenario that imports on a server itself replaces those of the plan.
 */
export function schedulePlannedImports(world: World, site: SiteState, events: readonly ScenarioEvent[]): void {
    const isReplaced = ({ point, servers }: PointState): boolean => events.some(({ action }) => action.kind === 'import'
        && [point.host.name, ...servers.map(({ server }) => server.name)].includes(action.server));
    const [active, internet] = [site.active, site.internet].map(point => point && isReplaced(point) ? undefined : point);
    const { source } = site;
    const settings = site.site.synchronizations[0];
    if (active && source.kind === 'none' && settings?.importPlan) {
        scheduleImport(world, { point: active, every: settings.importPlan.every });
    }
    if (internet?.point.source === 'none' && internet.point.importPlan) {
        scheduleImport(world, { point: internet, every: internet.point.importPlan.every });
    }
}

interface PlannedImport {
    readonly point: PointState;
    readonly every: number;
}

function scheduleImport(world: World, planned: PlannedImport): void {
    world.scheduleUnprompted(world.time + planned.every, 'fault', planned.point.site, importAsPlanned, planned);
}

function importAsPlanned(world: World, planned: PlannedImport): void {
    scheduleImport(world, planned);
    const { point } = planned;
    const server = point.point.host.name;
    const outcome = importUpdates(world, server);
    if (typeof outcome === 'function') {
        world.report({ site: point.site, component, details: { kind: 'imported', server }, elements: [point.point] });
        outcome();
    } else {
        world.report({ site: point.site, component, severity: 'warning', details: { kind: 'import-failed', server, obstacle: outcome }, elements: [point.point, ...outcome.elements] });
    }
}
