import {
    activeUpdatePointOf, activeUpdatePointsOf, childrenBelowGap, childrenOf, type Hierarchy, isTopMissing, listOf, nearestUpdatePointAbove, type Site, soundParentOf, updatePointsOf
} from '@sup/model';
import { removeStatement, setHead } from '../../edits/edit.js';
import { fillGap } from '../../edits/activate.js';
import { namesOf } from '../../edits/upgrade.js';
import { hasKind, reportsTo, reportsUpTo } from '../../explain/facts/sites.js';
import { replicatesParent, synchronizesFromParent } from '../../explain/facts/synchronization.js';
import { hasNoActiveRole, hasRole } from '../../explain/facts/roles.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { withoutScans } from '../../rule-helpers/catalogs.js';

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
        }),
        several: ({ parent, sites, clients }: { parent: string; sites: string; clients: string }) => ({
            what: `${parent} has no software update point, but ${sites} below it have active ones${clients}.`,
            why: 'A software update point synchronizes only from the one of its parent site, so these have no source and never get a catalog.',
            todo: `Give ${parent} an active software update point.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const below = updatePointsOf(site).length === 0 && !isTopMissing(hierarchy, site) ? childrenBelowGap(hierarchy, site) : [];
            if (below.length > 1) {
                context.report('several', {
                    at: { of: site, part: 'name' },
                    args: { parent: site.code, sites: namesOf(below.map(({ code }) => code), 'site'), clients: withoutScans(site) },
                    related: below.map(child => ({ of: activeUpdatePointOf(child)!, part: 'state', message: `${child.code} has an active software update point` })),
                    fixes: () => fillGap(hierarchy, site)
                });
            }
            const point = activeUpdatePointOf(site);
            const parent = point && soundParentOf(hierarchy, site);
            const beside = parent ? childrenBelowGap(hierarchy, parent) : [];
            // The one finding for several sites is at their parent; other rules report a parent with a role that
            // is not active, and a central site without one.
            if (!point || !parent || !beside.includes(site) || beside.length > 1 || updatePointsOf(parent).length > 0 || isTopMissing(hierarchy, parent)) {
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
                fixes: () => [...fillGap(hierarchy, parent), ...removePoints(hierarchy, site)]
            };
            if (site.kind === 'secondary') {
                context.report('secondary', { ...report, args: { site: site.code, parent: parent.code } });
            } else if (site.kind === 'primary' && above) {
                context.report('primary', { ...report, args: { site: site.code, parent: parent.code, above: above.code } });
            }
        }
    }
});

/** Takes the software update points out of use, unless the gap would then be above the sites below. */
function removePoints(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    if (childrenOf(hierarchy, site).some(child => activeUpdatePointOf(child))) {
        return [];
    }
    const points = activeUpdatePointsOf(site);
    const hosts = listOf(points.map(point => point.host.name));
    return [
        { title: `Make the software update point on ${hosts} inactive`, edits: points.map(point => setHead(point, 'state', 'inactive')) },
        { title: `Remove the software update point from ${hosts}`, edits: points.map(removeStatement) }
    ];
}
