import { childrenOf, conflictingAddress, type Hierarchy, type Site, type SoftwareUpdatePoint, usedOnInternet, usedOnIntranet } from '@sup/model';
import { quoteString } from '../../syntax/parser/value-converter.js';
import { type Edit, setProperty } from './edit.js';

type Network = 'intranet' | 'internet';

/** Changes the Group Policy addresses that are those of a software update point, so that they stay its addresses when it is planned differently. */
export function followInPolicies(hierarchy: Hierarchy, point: SoftwareUpdatePoint, planned: Partial<SoftwareUpdatePoint>): readonly Edit[] {
    const { site } = point.host;
    const sites = [site, ...childrenOf(hierarchy, site).filter(({ kind }) => kind === 'secondary')];
    return sites.flatMap(each => policiesOf(each)
        .filter(({ on }) => (on === 'intranet' ? usedOnIntranet(hierarchy, each) : usedOnInternet(each)) === point)
        .flatMap(({ target, key, written, on }) => {
            const address = conflictingAddress(written, point, on) === undefined ? conflictingAddress(written, { ...point, ...planned }, on) : undefined;
            return address === undefined ? [] : [setProperty(target, key, quoteString(address))];
        }));
}

interface Policy {
    readonly target: Parameters<typeof setProperty>[0];
    readonly key: string;
    readonly written: string;
    readonly on: Network;
}

/** The addresses that Group Policy gives the clients of a site. */
function policiesOf(site: Site): readonly Policy[] {
    const own: readonly Policy[] = site.groupPolicy === undefined ? [] : [{ target: site, key: 'group policy', written: site.groupPolicy, on: 'intranet' }];
    return [...own, ...site.clientGroups.flatMap(group => group.policy === undefined ? [] : [{ target: group, key: 'policy', written: group.policy, on: group.on ?? 'intranet' }])];
}
