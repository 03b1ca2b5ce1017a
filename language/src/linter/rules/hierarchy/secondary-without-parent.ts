import { setHead } from '../../edits/edit.js';
import { attach, possibleParents } from '../../edits/site-edits.js';
import { hasKind, hasNoParent } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'secondary-without-parent',
    since: '0.1.0',
    summary: 'Every secondary site reports to a parent site.',
    category: 'hierarchy',
    reach: 'segment',
    sources: ['How to Join Primary Sites into a Hierarchy'],
    messages: {
        none: ({ site }: { site: string }) => ({
            what: `Secondary site ${site} has no parent site.`,
            why: 'A secondary site is attached to a primary site when it is installed, and uses the site database and the mode of that site.',
            todo: `Write \`reports to\` and the code of its parent site after ${site}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            if (site.code === '' || site.kind !== 'secondary' || site.parentCodes.length > 0) {
                return;
            }
            context.report('none', {
                at: { of: site },
                because: () => [hasKind(site), hasNoParent(site)],
                args: { site: site.code },
                fixes: () => {
                    const parents = possibleParents(hierarchy, site);
                    return parents.length > 0
                        ? parents.map(parent => attach(site, parent))
                        : [{ title: `Make ${site.code} the central site`, edits: [setHead(site, 'kind', 'central')] }];
                }
            });
        }
    }
});
