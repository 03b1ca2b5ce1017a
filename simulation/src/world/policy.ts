import { draw } from '../engine/chance.js';
import type { ClientGroupState, CohortState } from './state.js';
import { cohortsOfGroup } from './waves.js';
import type { World } from './world.js';

/**
 * The content version that clients learned at their last policy poll. No policy crosses a link that is down: clients at a secondary site keep the
 * version that they have until they can request policy again.
 */
export function policyVersionFor(world: World, { group, number }: CohortState): number {
    const polledAt = world.time - minutesSincePoll(world, group, number);
    if (getsPolicyOverLink(group) && (!group.located.link.isUp || polledAt < group.located.link.upSince)) {
        return group.heldVersions[number] ?? 0;
    }
    return group.assigned.policies.find(({ since }) => since <= polledAt)?.version ?? 0;
}

/** Stores the policy versions of the clients at a site whose link is about to fail. */
export function holdPolicies(world: World, groups: readonly ClientGroupState[]): void {
    for (const group of groups.filter(getsPolicyOverLink)) {
        const versions = group.cohorts.map(cohort => [cohort.number, policyVersionFor(world, cohort)] as const);
        versions.forEach(([number, version]) => {
            group.heldVersions[number] = version;
        });
    }
}

/** Whether the clients are on the intranet of a secondary site, so that policy crosses its link. */
export function getsPolicyOverLink({ on, located, assigned }: ClientGroupState): boolean {
    return on === 'intranet' && located !== assigned;
}

/** Minutes since a part of a group last requested policy. The clients of a group poll at the same interval, evenly spread over it. */
function minutesSincePoll({ assumed: { policyInterval }, seed, time }: World, group: ClientGroupState, part: number): number {
    return (time + draw(seed, group.name, 0, policyInterval) + Math.floor((part + 0.5) / cohortsOfGroup * policyInterval)) % policyInterval;
}
