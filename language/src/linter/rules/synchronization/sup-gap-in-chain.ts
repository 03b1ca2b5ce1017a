import {
    activeUpdatePointOf, activeUpdatePointsOf, type Hierarchy, isPrimarySite, nearestUpdatePointAbove, parentOf, type Site, soundParentOf, updatePointsOf
} from '@sup/model';
import { removeStatement, setHead } from '../../edits/edit.js';
import { activate } from '../../edits/role-edits.js';
import { hasKind, reportsTo, reportsUpTo } from '../../explain/facts/sites.js';
import { replicatesParent, synchronizesFromParent } from '../../explain/facts/synchronization.js';
import { hasNoActiveRole, hasRole } from '../../explain/facts/roles.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { listOf } from '../../../syntax/wording.js';
import { hasUnreadableState } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'sup-gap-in-chain',
    since: '0.1.0',
    summary: 'The parent of a site with an active software update point has one too.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['About the Software Update Point', 'Software Update Point Component Properties: Sync Settings Tab'],
    messages: {
        secondary: ({ site, parent }: { site: string; parent: string }) => ({
            what: `${site} has an active software update point, but its parent site ${parent} has none.`,
            why: 'WSUS on a secondary site is a replica of the active software update point of its parent, so here it has nothing to replicate.',
            todo: `Give ${parent} an active software update point, or remove the one of ${site}.`
        }),
        primary: ({ site, parent, above }: { site: string; parent: string; above: string }) => ({
            what: `${site} has an active software update point, but its parent site ${parent} has none, while ${above} further up has one.`,
            why: 'A software update point synchronizes only from the one of its parent site; it cannot skip a site.',
            todo: `Give ${parent} an active software update point, or remove the one of ${site}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const point = activeUpdatePointOf(site);
            const parent = soundParentOf(hierarchy, site);
            if (!point || !parent || activeUpdatePointOf(parent) || updatePointsOf(parent).some(hasUnreadableState)) {
                return;
            }
            const above = nearestUpdatePointAbove(hierarchy, site);
            const report = {
                at: { of: point, part: 'state' },
                related: [
                    { of: parent, message: `${parent.code} has no active software update point` },
                    ...(above ? [{ of: activeUpdatePointOf(above)!, part: 'state', message: `${above.code} has one` }] : [])
                ],
                because: () => [
                    ...site.kind === 'secondary' ? [hasKind(site)] : [],
                    hasRole(point),
                    reportsTo(site, parent),
                    site.kind === 'secondary' ? replicatesParent(site, parent) : synchronizesFromParent(site, parent),
                    hasNoActiveRole(parent),
                    ...above ? [...reportsUpTo(hierarchy, parent, above), hasRole(activeUpdatePointOf(above)!)] : []
                ],
                fixes: () => [...fill(hierarchy, parent, above), ...removePoints(site)]
            };
            if (site.kind === 'secondary') {
                context.report('secondary', { ...report, args: { site: site.code, parent: parent.code } });
            } else if (site.kind === 'primary' && above) {
                context.report('primary', { ...report, args: { site: site.code, parent: parent.code, above: above.code } });
            }
        }
    }
});

/** Gives every site of the gap an active software update point: the parent and the sites up to the one that has one. */
function fill(hierarchy: Hierarchy, parent: Site, above: Site | undefined): readonly Fix[] {
    const gap = [parent];
    for (let site = parentOf(hierarchy, parent); above && site && site !== above && isPrimarySite(site); site = parentOf(hierarchy, site)) {
        gap.push(site);
    }
    return gap.length === 1 ? activate(hierarchy, parent) : [{
        title: `Give ${listOf(gap.map(site => site.code))} an active software update point each`,
        edits: gap.flatMap(site => activate(hierarchy, site)[0]!.edits)
    }];
}

function removePoints(site: Site): readonly Fix[] {
    const points = activeUpdatePointsOf(site);
    const hosts = listOf(points.map(point => point.host.name));
    return [
        { title: `Make the software update point on ${hosts} inactive`, edits: points.map(point => setHead(point, 'state', 'inactive')) },
        { title: `Remove the software update point from ${hosts}`, edits: points.map(removeStatement) }
    ];
}
