import { centralSiteOf, type CentralSiteReason, centralSiteReasonOf, type Hierarchy, type Site, subtreeOf } from '@sup/model';
import { rewriteHead, setHead } from '../../edits/edit.js';
import { reportTo } from '../../edits/site-edits.js';
import * as ast from '../../../syntax/generated/ast.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { originOf } from '../../../analysis/projection/origin.js';
import { hasKind, hasNoParent } from '../../explain/facts/sites.js';
import { defineRule, type Fix } from '../../define-rule.js';

const reasons: Record<CentralSiteReason, string> = {
    source: 'it synchronizes from Microsoft Update',
    declared: 'it is declared as the central site',
    size: 'it has the most sites below it',
    code: 'its site code comes first'
};

export default defineRule({
    id: 'multiple-central-sites',
    since: '0.1.0',
    summary: 'A hierarchy has one central site: one site without a parent.',
    category: 'hierarchy',
    reach: 'graph',
    sources: ['How to Join Primary Sites into a Hierarchy'],
    messages: {
        another: ({ site, central, reason }: { site: string; central: string; reason: CentralSiteReason }) => ({
            what: `${site} has no parent site, and neither does ${central}, which counts as the central site because ${reasons[reason]}.`,
            why: 'A hierarchy has one central site, the primary site without a parent; a second one is the top of another hierarchy.',
            todo: `Attach ${site} to ${central}, or plan it in a file with another \`hierarchy\` line.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const isTop = site.code !== '' && site.parentCodes.length === 0 && (site.kind === 'central' || site.kind === 'primary');
            const central = isTop ? centralSiteOf(hierarchy) : undefined;
            if (!central || central.code === site.code) {
                return;
            }
            const reason = centralSiteReasonOf(hierarchy) ?? 'declared';
            context.report('another', {
                at: { of: site },
                args: { site: site.code, central: central.code, reason },
                because: () => [
                    hasNoParent(central),
                    hasNoParent(site),
                    reason === 'declared' ? hasKind(central) : { text: `${central.code} counts as the central site because ${reasons[reason]}.`, at: { of: central } }
                ],
                related: [{ of: central, message: `${central.code} has no parent site` }],
                fixes: () => [
                    {
                        title: `Attach ${site.code} to ${central.code}`,
                        edits: [...(site.kind === 'central' ? [setHead(site, 'kind', 'primary')] : []), reportTo(site, central)]
                    },
                    ...splitOff(hierarchy, site)
                ]
            });
        }
    }
});

/** If a file contains exactly the sites of one branch, a new `hierarchy` line makes it a separate hierarchy. */
function splitOff(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    const file = originOf(site).$container as ast.SupFile;
    const header = file.members.find(ast.isHierarchyHeader);
    const subtree = subtreeOf(hierarchy, site);
    const isWholeBranch = file.members.filter(ast.isSite).length === subtree.length && subtree.every(each => originOf(each).$container === file);
    if (!header?.name || !isWholeBranch) {
        return [];
    }
    const name = `${header.name}-${site.code}`;
    const written = /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name) ? name : quoteString(name);
    return [{ title: `Make the sites of this file a separate hierarchy: ${name}`, edits: [rewriteHead(header, `hierarchy ${written}`)] }];
}
