import { activeUpdatePointOf, ancestorsOf, loopOf, parentOf } from '@sup/model';
import { setHead } from '../edits/edit.js';
import { activate } from '../edits/role-edits.js';
import { defineRule } from '../shelf/define-rule.js';

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
            todo: `Give ${parent} an active software update point, or take the one of ${site} out.`
        }),
        primary: ({ site, parent, above }: { site: string; parent: string; above: string }) => ({
            what: `${site} has an active software update point, its parent site ${parent} has none, and ${above} further up has one.`,
            why: 'A software update point synchronises from the one of its parent site only; it cannot skip a site.',
            todo: `Give ${parent} an active software update point, or take the one of ${site} out.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const point = activeUpdatePointOf(site);
            const parent = parentOf(hierarchy, site);
            if (!point || !parent || parent.kind === 'secondary' || activeUpdatePointOf(parent) || loopOf(hierarchy, site)) {
                return;
            }
            const above = ancestorsOf(hierarchy, site).find(ancestor => activeUpdatePointOf(ancestor));
            const report = {
                at: { of: point },
                related: [{ of: parent, message: `${parent.code} has no active software update point` }],
                fixes: () => [
                    ...activate(hierarchy, parent),
                    { title: `Make the software update point on ${point.host.name} inactive`, edits: [setHead(point, 'state', 'inactive')] }
                ]
            };
            if (site.kind === 'secondary') {
                context.report('secondary', { ...report, args: { site: site.code, parent: parent.code } });
            } else if (above) {
                context.report('primary', { ...report, args: { site: site.code, parent: parent.code, above: above.code } });
            }
        }
    }
});
