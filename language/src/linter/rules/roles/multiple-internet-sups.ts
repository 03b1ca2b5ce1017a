import { counted, internetUpdatePointsOf, isPrimarySite, listOf } from '@sup/model';
import { defineRule } from '../../define-rule.js';
import { reportsForSurplusRoles } from '../../rule-helpers/only-one-role.js';

export default defineRule({
    id: 'multiple-internet-sups',
    since: '0.1.0',
    summary: 'A site has at most one active Internet-based software update point.',
    category: 'roles',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Software Update Point Component Properties: Internet-Based Tab'],
    messages: {
        several: ({ site, hosts }: { site: string; hosts: readonly string[] }) => ({
            what: `Site ${site} has ${counted(hosts.length, 'Internet-based software update point')}: ${listOf(hosts)}.`,
            why: 'Many servers can have the role, but the site uses one of them for its clients on the Internet.',
            todo: 'Keep one of them and make the others inactive.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const surplus = reportsForSurplusRoles(isPrimarySite(site) ? internetUpdatePointsOf(site) : [], {
                also: host => `${host} is also Internet-based`,
                keep: host => `Keep ${host} and make the others inactive`,
                limit: { text: 'The console accepts one server only as the Internet-based software update point of a site.', source: 'Software Update Point Component Properties: Internet-Based Tab' }
            });
            surplus.forEach(report => context.report('several', report));
        }
    }
});
