import { activeUpdatePointsOf, counted, listOf } from '@sup/model';
import { defineRule } from '../../define-rule.js';
import { reportsForSurplusRoles } from '../../rule-helpers/only-one-role.js';

export default defineRule({
    id: 'multiple-active-sups',
    since: '0.1.0',
    summary: 'A site has one active software update point.',
    category: 'roles',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Planning for the Software Update Point Infrastructure'],
    messages: {
        several: ({ site, hosts }: { site: string; hosts: readonly string[] }) => ({
            what: `Site ${site} has ${counted(hosts.length, 'active software update point')}: ${listOf(hosts)}.`,
            why: 'Many servers can have the role, but only one of them, or one network load balancing cluster, is the active one.',
            todo: 'Keep one active and make the others inactive.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const surplus = reportsForSurplusRoles(activeUpdatePointsOf(site), {
                also: host => `${host} is also active`,
                keep: host => `Keep ${host} active and make the others inactive`,
                limit: { text: 'A site has one active software update point: on one server, or on one network load balancing cluster.', source: 'About the Software Update Point' }
            });
            surplus.forEach(report => context.report('several', report));
        }
    }
});
