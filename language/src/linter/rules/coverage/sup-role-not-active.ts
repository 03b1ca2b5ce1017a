import { updatePointsOf } from '@sup/model';
import { activate } from '../../edits/role-edits.js';
import { hasNoActiveRole, hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';
import { listOf } from '../../../syntax/wording.js';
import { hasUnreadableState } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'sup-role-not-active',
    since: '0.1.0',
    summary: 'If a site has software update point roles, one of them is active.',
    category: 'coverage',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Software Update Point Component Properties: General Tab'],
    messages: {
        noneActive: ({ site, hosts, secondary }: { site: string; hosts: readonly string[]; secondary: boolean }) => ({
            what: `${site} has the software update point role on ${listOf(hosts)}, but no active software update point.`,
            why: `A role that is not active does nothing: it neither synchronizes nor serves clients${secondary ? ', so clients of this secondary site use the one of the parent site' : ', so clients of this site do not scan'}.`,
            todo: hosts.length === 1 ? `Make the one on ${hosts[0]!} active.` : 'Make one of them active.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const points = updatePointsOf(site);
            if (points.length === 0 || points.some(point => point.state !== 'inactive' || hasUnreadableState(point))) {
                return;
            }
            context.report('noneActive', {
                at: { of: points[0]!, part: 'state' },
                args: { site: site.code, hosts: points.map(point => point.host.name), secondary: site.kind === 'secondary' },
                because: () => [...points.map(hasRole), hasNoActiveRole(site)],
                related: points.slice(1).map(point => ({ of: point, part: 'state', message: `${point.host.name} also has the role` })),
                fixes: () => activate(context.hierarchy, site)
            });
        }
    }
});
