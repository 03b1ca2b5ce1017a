import { counted, listOf, parentOf, type Site } from '@sup/model';
import { switchMode } from '../../edits/site-edits.js';
import { defineRule, type RuleContext } from '../../define-rule.js';
import { nativeChildrenOf } from '../../rule-helpers/mixed-sites.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { statesMode } from '../../explain/facts/modes.js';

/** The number of child sites that a message names. */
const listedChildren = 6;

const messages = {
    mixedParent: ({ site, parent }: { site: string; parent: string }) => ({
        what: `${site} is in native mode, but its parent site ${parent} is in mixed mode.`,
        why: 'The documentation says that attaching a native-mode child site to a parent site in mixed mode is not supported.',
        todo: `Set ${site} to mixed mode, or ${parent} to native mode.`
    }),
    nativeChildren: ({ site, children }: { site: string; children: readonly string[] }) => ({
        what: `${site} is in mixed mode, but its ${counted(children.length, 'child site')} ${listOf(children, listedChildren)} are in native mode.`,
        why: 'The documentation says that attaching a native-mode child site to a parent site in mixed mode is not supported.',
        todo: `Set ${site} to native mode, or its child sites to mixed mode.`
    })
};

export default defineRule({
    id: 'native-child-under-mixed-parent',
    since: '0.1.0',
    summary: 'A site in native mode does not report to a site in mixed mode.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['How to Join Primary Sites into a Hierarchy', 'Configuration Manager Site Modes'],
    messages,
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            reportNativeChildren(site, context);
            const parent = site.mode === 'native' ? parentOf(hierarchy, site) : undefined;
            if (parent?.mode !== 'mixed') {
                return;
            }
            const [child, ...others] = nativeChildrenOf(hierarchy, parent);
            if (child !== site || others.length > 0) {
                return;
            }
            context.report('mixedParent', {
                at: { of: site, part: 'mode' },
                args: { site: site.code, parent: parent.code },
                because: () => [reportsTo(site, parent), statesMode(parent), statesMode(site)],
                related: [{ of: parent, part: 'mode', message: `${parent.code} is in mixed mode` }],
                fixes: () => [{ ...switchMode(context.hierarchy, site, 'mixed'), completes: true }, switchMode(context.hierarchy, parent, 'native')]
            });
        }
    }
});

/** If several child sites are in native mode, the mode of their parent is the likelier mistake. */
function reportNativeChildren(site: Site, context: RuleContext<typeof messages>): void {
    const { hierarchy } = context;
    const children = nativeChildrenOf(hierarchy, site);
    if (children.length > 1) {
        context.report('nativeChildren', {
            at: { of: site, part: 'mode' },
            args: { site: site.code, children: children.map(({ code }) => code) },
            because: () => [statesMode(site), ...children.slice(0, listedChildren).flatMap(child => [reportsTo(child, site), statesMode(child)])],
            related: children.map(child => ({ of: child, part: 'mode', message: `${child.code} is in native mode` })),
            fixes: () => [switchMode(hierarchy, site, 'native'), switchMode(hierarchy, site, 'mixed')]
        });
    }
}
