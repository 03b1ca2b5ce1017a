import type { ClientSet } from '@sup/model';
import { groupsIn } from '../world/sets.js';
import type { World } from '../world/world.js';
import { type Outcome, refuse } from './outcome.js';

/** A domain Group Policy names an update service for clients, or stops naming one. It takes effect at their next scan. */
export function changeGroupPolicy(world: World, clients: ClientSet, url: string | undefined): Outcome {
    const groups = groupsIn(world, clients);
    if (groups.length === 0) {
        return refuse('no-clients', clients.kind === 'group' ? clients.label : clients.sites.kind === 'all' ? '' : clients.sites.code);
    }
    return () => groups.forEach(group => {
        group.groupPolicy = url;
    });
}
