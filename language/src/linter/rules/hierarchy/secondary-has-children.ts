import { listOf, nearestPrimaryAncestor } from '@sup/model';
import { makePrimary, reportTo } from '../../edits/site-edits.js';
import { hasKind, reportsTo } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';
import { childrenOfSecondary } from '../../rule-helpers/secondary-sites.js';

/** The number of child sites that a message names. */
const listedChildren = 6;

export default defineRule({
    id: 'secondary-has-children',
    since: '0.1.0',
    summary: 'A site that several sites report to is not a secondary site.',
    category: 'hierarchy',
    reach: 'graph',
    sources: ['Choose Between Primary Sites, Secondary Sites, and Branch Distribution Points', 'How to Join Primary Sites into a Hierarchy'],
    messages: {
        children: ({ site, children, above }: { site: string; children: readonly string[]; above: string | undefined }) => ({
            what: `${site} is planned as a secondary site, but is the parent of ${listOf(children, listedChildren)}.`,
            why: 'Only a primary site can be a parent; a secondary site has no site database and is managed from its own parent.',
            todo: `Make ${site} a primary site, or attach its child sites to ${above ?? 'a primary site'}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const children = childrenOfSecondary(hierarchy, site);
            // A single child is the likelier mistake; `parent-not-primary` reports it.
            if (children.length < 2) {
                return;
            }
            const above = nearestPrimaryAncestor(hierarchy, site);
            const codes = children.map(child => child.code);
            context.report('children', {
                at: { of: site, part: 'kind' },
                args: { site: site.code, children: codes, above: above?.code },
                because: () => [hasKind(site), ...children.map(child => reportsTo(child, site))],
                related: children.map(child => ({ of: child, part: 'parents', message: `${child.code} reports to ${site.code}` })),
                fixes: () => [
                    { title: `Make ${site.code} a primary site`, edits: makePrimary(hierarchy, site) },
                    ...(above ? [{ title: `Attach ${listOf(codes, 3)} to ${above.code}`, edits: children.map(child => reportTo(child, above)) }] : [])
                ]
            });
        }
    }
});
