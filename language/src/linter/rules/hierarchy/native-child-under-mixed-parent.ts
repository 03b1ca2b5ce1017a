import { parentOf } from '@sup/model';
import { switchMode } from '../../edits/site-edits.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { statesMode } from '../../explain/facts/modes.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'native-child-under-mixed-parent',
    since: '0.1.0',
    summary: 'A site in native mode does not report to a site in mixed mode.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['How to Join Primary Sites into a Hierarchy', 'Configuration Manager Site Modes'],
    messages: {
        mixedParent: ({ site, parent }: { site: string; parent: string }) => ({
            what: `${site} is in native mode, but its parent site ${parent} is in mixed mode.`,
            why: 'The documentation says that attaching a native-mode child site to a parent site in mixed mode is not supported.',
            todo: `Set ${site} to mixed mode, or ${parent} to native mode.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const parent = parentOf(context.hierarchy, site);
            const isChild = site.code !== '' && site.kind === 'primary' && site.parentCodes.length === 1;
            if (!isChild || site.mode !== 'native' || !parent?.kind || parent.kind === 'secondary' || parent.mode !== 'mixed') {
                return;
            }
            context.report('mixedParent', {
                at: { of: site, part: 'mode' },
                args: { site: site.code, parent: parent.code },
                because: () => [reportsTo(site, parent), statesMode(parent), statesMode(site)],
                related: [{ of: parent, part: 'mode', message: `${parent.code} is in mixed mode` }],
                fixes: () => [switchMode(context.hierarchy, site, 'mixed'), switchMode(context.hierarchy, parent, 'native')]
            });
        }
    }
});
