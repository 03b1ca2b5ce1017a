import { keyOfTarget, type Target } from '@sup/model';
import type { ClientGroupState } from '../world/state.js';
import type { World } from '../world/world.js';

/**
 * Remembers how many scans have started when something fails, and reports at its recovery if none has started since: a short outage between two
 * weekly scans would otherwise look harmless.
 */
export function watchOutage(world: World, target: Target, works: boolean): void {
    const key = keyOfTarget(target);
    const known = world.outages.get(key);
    const groups = groupsUsing(world, target);
    const attempts = groups.reduce((sum, group) => sum + group.attempts, 0);
    if (!works) {
        if (!known) {
            world.outages.set(key, { since: world.time, attempts });
        }
        return;
    }
    world.outages.delete(key);
    const clients = groups.reduce((sum, { count }) => sum + count, 0);
    const isScanning = groups.some(({ cohorts }) => cohorts.some(({ scans, retry, failed }) => scans.length > 0 || retry || failed > 0));
    if (known && clients > 0 && known.attempts === attempts && !isScanning && groups.some(({ waves }) => waves)) {
        world.report({ component: 'Simulator', details: { kind: 'outage-unnoticed', target, clients, minutes: world.time - known.since } });
    }
}

/** The clients whose scans can fail because of a target: those that use its server, or its link. */
function groupsUsing({ groups }: World, target: Target): readonly ClientGroupState[] {
    switch (target.kind) {
        case 'link': return groups.filter(({ located, assigned, on }) => located !== assigned && on === 'intranet' && located.site.code === target.site);
        case 'server':
        case 'wsus':
        case 'certificate': return groups.filter(({ cohorts }) => cohorts.some(({ server }) => server?.point.host.name === target.name || server?.servers.some(each => each.server.name === target.name)));
        default: return [];
    }
}
