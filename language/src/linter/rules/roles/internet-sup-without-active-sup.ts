import { activeUpdatePointOf, internetUpdatePointsOf, isPrimarySite, listOf, updatePointsOf } from '@sup/model';
import { setHead } from '../../edits/edit.js';
import { activate } from '../../edits/activate.js';
import { hasNoActiveRole, hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';
import { hasUnreadableState } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'internet-sup-without-active-sup',
    since: '0.1.0',
    summary: 'A site with an Internet-based software update point has an active one too.',
    category: 'roles',
    reach: 'segment',
    sources: ['About the Software Update Point', 'How to Configure an Internet-Based Software Update Point'],
    messages: {
        noActive: ({ site, host }: { site: string; host: string }) => ({
            what: `${host} is the Internet-based software update point of ${site}, which has no active software update point.`,
            why: 'The active one must be configured first: the Internet-based one synchronizes from it.',
            todo: `Give ${site} an active software update point on another server, or make this one inactive.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const points = internetUpdatePointsOf(site);
            if (points.length === 0 || !isPrimarySite(site) || activeUpdatePointOf(site) || updatePointsOf(site).some(hasUnreadableState)) {
                return;
            }
            const hosts = points.map(point => point.host.name);
            context.report('noActive', {
                at: { of: points[0]!, part: 'state' },
                because: () => [...points.map(hasRole), hasNoActiveRole(site)],
                args: { site: site.code, host: hosts[0]! },
                fixes: () => [
                    ...activate(context.hierarchy, site),
                    { title: `Make the software update point on ${listOf(hosts)} inactive`, edits: points.map(point => setHead(point, 'state', 'inactive')) }
                ]
            });
        }
    }
});
