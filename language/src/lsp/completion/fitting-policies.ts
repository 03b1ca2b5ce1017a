import { conflictingAddress, lacksOnlyPort, namesServerOf, type SoftwareUpdatePoint, usedOnInternet, usedOnIntranet } from '@sup/model';
import type { PlanPlace } from './plan-place.js';

/** Whether the Group Policies of a site that name the server of its active software update point still have its address after a change. */
export function suitsPolicies(point: SoftwareUpdatePoint, change: Partial<SoftwareUpdatePoint>): boolean {
    const { site } = point.host;
    const policies = [site.groupPolicy, ...site.clientGroups.filter(({ on }) => on !== 'internet').map(({ policy }) => policy)];
    const suits = (policy: string): boolean => {
        const address = conflictingAddress(policy, { ...point, ...change }, 'intranet');
        return address === undefined || !namesServerOf(policy, point, 'intranet') || lacksOnlyPort(policy, address);
    };
    return point.state !== 'active' || policies.every(policy => policy === undefined || suits(policy));
}

/** Whether the Group Policy of the client group at the cursor does not have the address that clients of this place use. */
export function contradictsPolicy(on: 'intranet' | 'internet', { hierarchy, site, group }: PlanPlace): boolean {
    const point = site && (on === 'internet' ? usedOnInternet(site) : usedOnIntranet(hierarchy, site));
    return group?.policy !== undefined && point !== undefined && conflictingAddress(group.policy, point, on) !== undefined;
}
