import { draw } from '../engine/chance.js';
import type { ClientGroupState } from './state.js';
import type { World } from './world.js';

/** The content version that the group learned at its last policy poll. */
export function policyVersionFor(world: World, group: ClientGroupState): number {
    const polledAt = world.time - minutesSincePoll(world, group);
    return group.assigned.policies.find(({ since }) => since <= polledAt)?.version ?? 0;
}

/** Minutes since the group last requested policy. All groups poll at the same interval, each at its own minute. */
export function minutesSincePoll({ assumed, seed, time }: World, group: ClientGroupState): number {
    return (time + draw(seed, group.name, -1, assumed.policyInterval)) % assumed.policyInterval;
}
