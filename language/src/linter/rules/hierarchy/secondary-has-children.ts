import { childrenOf, loopOf, nearestPrimaryAncestor } from '@sup/model';
import { makePrimary, reportTo } from '../../edits/site-edits.js';
import { hasKind, reportsTo } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';
import { listOf } from '../../../syntax/wording.js';

export default defineRule({
    id: 'secondary-has-children',
    since: '0.1.0',
    summary: 'No secondary site reports to a secondary site.',
    category: 'hierarchy',
    reach: 'graph',
    sources: ['Choose Between Primary Sites, Secondary Sites, and Branch Distribution Points', 'How to Join Primary Sites into a Hierarchy'],
    messages: {
        children: ({ site, children, above }: { site: string; children: readonly string[]; above: string | undefined }) => ({
            what: `Secondary site ${site} cannot be the parent of ${listOf(children)}.`,
            why: 'Only a primary site can be a parent; a secondary site has no site database and is managed from its own parent.',
            todo: `Attach ${children.length === 1 ? children[0]! : 'its child sites'} to ${above ?? 'a primary site'}, or make ${site} a primary site.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            if (site.kind !== 'secondary' || hierarchy.sitesByCode.get(site.code)?.length !== 1) {
                return;
            }
            const loop = loopOf(hierarchy, site);
            const children = childrenOf(hierarchy, site)
                .filter(child => child.code !== '' && child.kind === 'secondary' && child.parentCodes.length === 1 && (!loop || loopOf(hierarchy, child) !== loop));
            if (children.length === 0) {
                return;
            }
            const above = nearestPrimaryAncestor(hierarchy, site);
            const codes = children.map(child => child.code);
            context.report('children', {
                at: { of: site },
                args: { site: site.code, children: codes, above: above?.code },
                because: () => [hasKind(site), ...children.map(child => reportsTo(child, site))],
                related: children.map(child => ({ of: child, part: 'parents', message: `${child.code} reports to ${site.code}` })),
                fixes: () => [
                    ...(above ? [{ title: `Attach ${listOf(codes, 3)} to ${above.code}`, edits: children.map(child => reportTo(child, above)) }] : []),
                    { title: `Make ${site.code} a primary site`, edits: makePrimary(hierarchy, site) }
                ]
            });
        }
    }
});
