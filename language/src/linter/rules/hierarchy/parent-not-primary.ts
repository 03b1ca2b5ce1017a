import { centralSiteOf, nearestPrimaryAncestor, parentOf } from '@sup/model';
import { attach, makePrimary } from '../../edits/site-edits.js';
import { hasKind, reportsTo } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';
import { childrenOfSecondary } from '../../rule-helpers/secondary-sites.js';

export default defineRule({
    id: 'parent-not-primary',
    since: '0.1.0',
    summary: 'No site reports to a secondary site.',
    category: 'hierarchy',
    reach: 'graph',
    sources: ['Choose Between Primary Sites, Secondary Sites, and Branch Distribution Points', 'How to Join Primary Sites into a Hierarchy'],
    messages: {
        secondary: ({ site, parent, above }: { site: string; parent: string; above: string | undefined }) => ({
            what: `${site} reports to ${parent}, which is a secondary site.`,
            why: 'Only a primary site can be a parent; a secondary site has no site database to store the data that child sites send.',
            todo: `Attach ${site} to ${above ?? 'a primary site'}, or make ${parent} a primary site.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const parent = site.kind === 'primary' || site.kind === 'secondary' ? parentOf(hierarchy, site) : undefined;
            const children = parent ? childrenOfSecondary(hierarchy, parent) : [];
            // If several sites report to it, its declaration is the likelier mistake; `secondary-has-children` reports it.
            if (!parent || children.length !== 1 || children[0] !== site) {
                return;
            }
            const above = nearestPrimaryAncestor(hierarchy, site) ?? centralSiteOf(hierarchy);
            context.report('secondary', {
                at: { of: site, part: 'parents' },
                args: { site: site.code, parent: parent.code, above: above?.code },
                because: () => [hasKind(site), reportsTo(site, parent), hasKind(parent)],
                related: [{ of: parent, part: 'kind', message: `${parent.code} is a secondary site` }],
                fixes: () => [
                    ...(above ? [attach(site, above)] : []),
                    { title: `Make ${parent.code} a primary site`, edits: makePrimary(hierarchy, parent) }
                ]
            });
        }
    }
});
