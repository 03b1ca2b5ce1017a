import { activeUpdatePointOf, childrenBelowGap, type Hierarchy, isSms2003, listOf, nearestUpdatePointAbove, parentOf, type Site, updatePointsOf } from '@sup/model';
import { activate, activateAll } from '../../edits/activate.js';
import { namesOf } from '../../edits/upgrade.js';
import { hasNoActiveRole, hasRole } from '../../explain/facts/roles.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { hasUnreadableState } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'sup-role-not-active',
    since: '0.1.0',
    summary: 'If a site has software update point roles, one of them is active.',
    category: 'coverage',
    reach: 'graph',
    sources: ['About the Software Update Point', 'Software Update Point Component Properties: General Tab'],
    messages: {
        noneActive: ({ site, hosts, instead }: { site: string; hosts: readonly string[]; instead: string }) => ({
            what: `${site} has the software update point role on ${listOf(hosts)}, but no active software update point.`,
            why: `A role that is not active does nothing: it neither synchronizes nor serves clients, so clients of this site ${instead}.`,
            todo: hosts.length === 1 ? `Make the one on ${hosts[0]!} active.` : 'Make one of them active.'
        }),
        noSource: ({ site, hosts, below }: { site: string; hosts: readonly string[]; below: string }) => ({
            what: `${site} has the software update point role on ${listOf(hosts)}, but no active software update point, from which ${below} would synchronize.`,
            why: 'A role that is not active does nothing: clients of this site do not scan, and the software update points below have no source and never get a catalog.',
            todo: hosts.length === 1 ? `Make the one on ${hosts[0]!} active.` : 'Make one of them active.'
        })
    },
    severities: {
        noSource: { severity: 'error', because: 'The software update points of other sites do not work.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const points = updatePointsOf(site);
            if (points.length === 0 || isSms2003(site) || points.some(point => point.state !== 'inactive' || hasUnreadableState(point))) {
                return;
            }
            const below = childrenBelowGap(context.hierarchy, site);
            const hosts = points.map(point => point.host.name);
            const report = {
                at: { of: points[0]!, part: 'state' },
                because: () => [...points.map(hasRole), hasNoActiveRole(site)],
                related: [
                    ...points.slice(1).map(point => ({ of: point, part: 'state', message: `${point.host.name} also has the role` })),
                    ...below.map(child => ({ of: activeUpdatePointOf(child)!, part: 'state', message: `The active software update point of ${child.code}` }))
                ],
                fixes: () => activateWithGap(context.hierarchy, site)
            };
            if (below.length > 0) {
                context.report('noSource', { ...report, args: { site: site.code, hosts, below: namesOf(below.map(({ code }) => code), 'site') } });
            } else {
                context.report('noneActive', { ...report, args: { site: site.code, hosts, instead: insteadOf(context.hierarchy, site) } });
            }
        }
    }
});

/** The behavior of the clients of a site without an active software update point, as the end of a sentence. */
function insteadOf(hierarchy: Hierarchy, site: Site): string {
    const parent = site.kind === 'secondary' ? parentOf(hierarchy, site) : undefined;
    if (!parent) {
        return 'do not scan';
    }
    if (!activeUpdatePointOf(parent) && updatePointsOf(parent).some(hasUnreadableState)) {
        return `use the one of the parent site ${parent.code}, if that is active`;
    }
    return activeUpdatePointOf(parent) ? `use the one of the parent site ${parent.code}` : `do not scan: the parent site ${parent.code} has no active software update point either`;
}

/** Fixes that make a role of a site active. If its parent has no active software update point, it gets one too: nothing synchronizes across a gap. */
function activateWithGap(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    const above = nearestUpdatePointAbove(hierarchy, site);
    const gap: Site[] = [];
    let parent = parentOf(hierarchy, site);
    while (parent && parent !== above && (above !== undefined || (gap.length === 0 && site.kind === 'secondary')) && parent !== site && !gap.includes(parent)) {
        gap.push(parent);
        parent = parentOf(hierarchy, parent);
    }
    return gap.length === 0 ? activate(hierarchy, site) : [{
        title: `Give ${listOf([site, ...gap].map(each => each.code))} an active software update point each`,
        edits: activateAll(hierarchy, [site, ...gap])
    }];
}
