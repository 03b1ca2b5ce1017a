import { draw } from '../engine/chance.js';
import { minutesSincePoll, policyVersionFor } from '../world/policy.js';
import type { ClientGroupState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { scan } from './scan.js';

/**
 * Publishes the new content version in client policy after a successful synchronization of a primary site. The first such policy enables
 * software updates on the clients, which then scan for the first time within the spread. Sources: "About Software Updates Compliance
 * Assessment" (ConfigMgr 2007 library); "Track software update compliance assessment" (Configuration Manager documentation, later
 * version), for the version in policy.
 */
export function publishPolicy(world: World, site: SiteState): void {
    const { policies, contentVersion } = site;
    if (site.site.kind === 'secondary' || contentVersion === (policies[0]?.version ?? 0)) {
        return;
    }
    const isFirst = policies.length === 0;
    const longestAgo = world.time - world.assumed.policyInterval;
    site.policies = [{ version: contentVersion, since: world.time }, ...policies.filter((_, i) => i === 0 || policies[i - 1]!.since > longestAgo)];
    if (isFirst) {
        world.each(clientsOf(site), group => {
            const poll = world.time + world.assumed.policyInterval - minutesSincePoll(world, group);
            group.firstScan = poll + draw(world.seed, group.name, 0, world.assumed.scanSpread + 1);
            world.schedule(poll, 'client', group.located, receivePolicy, group);
        });
    }
}

function receivePolicy(world: World, group: ClientGroupState): void {
    const version = policyVersionFor(world, group);
    world.report({ site: group.located, component: 'Client', details: { kind: 'policy', group: group.name, version }, elements: [group.element] });
    world.schedule(group.firstScan!, 'client', group.located, scan, group);
}

/** Returns the clients that are assigned to a primary site: its own and those of its secondary sites. */
function clientsOf(site: SiteState): readonly ClientGroupState[] {
    return [site, ...site.children].flatMap(({ groups }) => groups.filter(group => group.assigned === site));
}
