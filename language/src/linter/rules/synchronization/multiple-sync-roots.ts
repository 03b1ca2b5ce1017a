import { activeUpdatePointOf, ancestorsOf, counted, type Hierarchy, isCentralWithoutPoint, type Site, synchronizationRootsBelow } from '@sup/model';
import { namesOf } from '../../edits/upgrade.js';
import { synchronizationStartsBelow } from '../../explain/facts/synchronization.js';
import { defineRule } from '../../define-rule.js';
import { expecting, expectingMessage, synchronizeAbove, withoutScans } from '../../rule-helpers/catalogs.js';

export default defineRule({
    id: 'multiple-sync-roots',
    since: '0.1.0',
    summary: 'A hierarchy has one top of synchronization.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['About Software Updates Synchronization', 'About the Software Update Point'],
    messages: {
        independent: ({ central, count, roots, clients }: { central: string; count: number; roots: string; clients: string }) => ({
            what: `The central site ${central} has no software update point, so ${counted(count, 'site')} below are each a top of synchronization with a catalog of its own: ${roots}${clients}.`,
            why: 'Each of them synchronizes from Microsoft Update with its own schedule and products, and no update reaches the sites beside or above it.',
            todo: `Give ${central} an active software update point.`
        }),
        expected: expectingMessage
    },
    severities: {
        independent: { severity: 'warning', because: 'Each of the catalogs works; the plan may intend them.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const roots = isCentralWithoutPoint(hierarchy, site) ? synchronizationRootsBelow(hierarchy, site) : [];
            if (roots.length < 2) {
                return;
            }
            const sites = expecting(hierarchy, site, roots);
            const report = {
                at: { of: site, part: 'name' },
                because: () => synchronizationStartsBelow(hierarchy, site, roots),
                related: roots.map(root => ({ of: activeUpdatePointOf(root)!, part: 'state', message: `The highest active software update point, at ${root.code}` })),
                fixes: () => {
                    const common = commonAncestor(hierarchy, roots);
                    return [synchronizeAbove(hierarchy, site, roots), ...(common && common !== site ? [synchronizeAbove(hierarchy, common, roots)] : [])];
                }
            };
            const clients = withoutScans(site);
            if (sites.length > 0) {
                context.report('expected', { ...report, args: { central: site.code, sites: namesOf(sites.map(({ code }) => code), 'site'), clients } });
            } else {
                context.report('independent', { ...report, args: { central: site.code, count: roots.length, roots: namesOf(roots.map(({ code }) => code), 'site'), clients } });
            }
        }
    }
});

/** The lowest site above all tops of synchronization. */
function commonAncestor(hierarchy: Hierarchy, roots: readonly Site[]): Site | undefined {
    const [first = [], ...others] = roots.map(root => ancestorsOf(hierarchy, root));
    return first.find(site => others.every(ancestors => ancestors.includes(site)));
}
