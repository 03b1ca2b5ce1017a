import { getsPolicyOverLink } from '../world/policy.js';
import type { ClientGroupState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { relocateScans } from './interrupt-scans.js';
import { scanForNewCatalog, startWaves } from './start-waves.js';

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
    const longestAgo = world.time - world.assumed.policyInterval;
    site.policies = [{ version: contentVersion, since: world.time }, ...policies.filter((_, i) => i === 0 || policies[i - 1]!.since > longestAgo)];
    const clients = clientsOf(site);
    world.each(clients, group => {
        if (group.waves) {
            scanForNewCatalog(world, group);
        } else {
            enableScans(world, group);
        }
    });
    // When all clients have requested the policy, those that start over a long time may need another software update point.
    if (world.hasLongWaves) {
        world.schedule(world.time + world.assumed.policyInterval, 'client', site, () => clients.forEach(group => relocateScans(world, group)), undefined);
    }
}

/** Lets clients scan once policy has reached them for the first time. */
export function enableScans(world: World, group: ClientGroupState): void {
    const version = group.assigned.policies[0]?.version;
    if (version !== undefined && !group.waves && (!getsPolicyOverLink(group) || group.located.link.isUp)) {
        world.report({ site: group.located, component: 'Client', details: { kind: 'policy', group: group.name, version }, elements: [group.element] });
        startWaves(world, group);
    }
}

/** Returns the clients that are assigned to a primary site: its own and those of its secondary sites. */
function clientsOf(site: SiteState): readonly ClientGroupState[] {
    return [site, ...site.children].flatMap(({ groups }) => groups.filter(group => group.assigned === site));
}
