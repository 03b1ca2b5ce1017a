import { type ClientGroup, conflictingAddress, type Hierarchy, isUnknown, type Site, type SoftwareUpdatePoint, usedOnInternet, usedOnIntranet } from '@sup/model';
import { quoteString } from '../../syntax/parser/value-converter.js';
import type { Fix, Report } from '../define-rule.js';
import { setProperty, unsetProperty } from '../edits/edit.js';
import { usesRole } from '../explain/facts/roles.js';
import { statesSsl, usesPorts } from '../explain/facts/wsus.js';

/** A Group Policy setting whose address is not the one of the software update point that the clients use. */
export interface PolicyConflict {
    readonly target: Site | ClientGroup;
    /** The property of the target that states the address. */
    readonly key: string;
    readonly written: string;
    /** The address of the software update point. */
    readonly address: string;
    readonly point: SoftwareUpdatePoint;
}

/** The parts of a report that are the same for every conflict. */
export function conflictReport(site: Site, { target, key, written, address, point }: PolicyConflict): Pick<Report<never>, 'at' | 'because' | 'related'> & { readonly fixes: () => readonly [set: Fix, remove: Fix] } {
    return {
        at: { of: target, part: key },
        because: () => [
            ...usesRole(site, point),
            usesPorts(point),
            statesSsl(point),
            { text: `Group Policy gives these clients the address ${written}.`, at: { of: target, part: key } }
        ],
        related: [{ of: point, part: 'state', message: `The software update point that these clients use: ${address}` }],
        fixes: () => [
            { title: `Set the Group Policy address to ${address}`, edits: [setProperty(target, key, quoteString(address))] },
            { title: 'Remove the setting from Group Policy', edits: [unsetProperty(target, key)] }
        ]
    };
}

/** The conflicts in the Group Policy of a site and of its client groups. */
export function policyConflictsOf(hierarchy: Hierarchy, site: Site): readonly PolicyConflict[] {
    const points = { intranet: usedOnIntranet(hierarchy, site), internet: usedOnInternet(site) };
    return [
        ...conflict(site, 'group policy', site.groupPolicy, points.intranet, 'intranet'),
        ...site.clientGroups.filter(group => !isUnknown(group, 'on')).flatMap(group => conflict(group, 'policy', group.policy, points[group.on ?? 'intranet'], group.on ?? 'intranet'))
    ];
}

function conflict(target: Site | ClientGroup, key: string, written: string | undefined, point: SoftwareUpdatePoint | undefined, on: 'intranet' | 'internet'): readonly PolicyConflict[] {
    const address = written === undefined || !point ? undefined : conflictingAddress(written, point, on);
    return written === undefined || !point || address === undefined ? [] : [{ target, key, written, address, point }];
}
