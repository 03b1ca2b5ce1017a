import { activeUpdatePointsOf, internetUpdatePointsOf, isPrimarySite, listOf } from '@sup/model';
import { removeStatement, setProperty } from '../../edits/edit.js';
import { nameOnInternet } from '../../edits/suggested-names.js';
import { acceptsClients, hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'internet-sup-and-shared-sup',
    since: '0.1.0',
    summary: 'If a site has an Internet-based software update point, the active one accepts the intranet only.',
    category: 'roles',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Software Update Point Component Properties: Internet-Based Tab'],
    messages: {
        both: ({ site, active, internet }: { site: string; active: string; internet: readonly string[] }) => ({
            what: `The active software update point of ${site} on ${active} accepts clients from the Internet, and so does the Internet-based one on ${listOf(internet)}.`,
            why: 'The Internet-based one can be configured only if the active one serves the intranet only.',
            todo: 'Make the active one accept the intranet only, or remove the Internet-based one.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const internet = internetUpdatePointsOf(site);
            const shared = activeUpdatePointsOf(site).find(point => point.accepts?.includes('internet'));
            if (!isPrimarySite(site) || !shared || internet.length === 0) {
                return;
            }
            context.report('both', {
                at: { of: shared, part: 'accepts' },
                args: { site: site.code, active: shared.host.name, internet: internet.map(point => point.host.name) },
                because: () => [...internet.map(hasRole), hasRole(shared), acceptsClients(shared)],
                related: internet.map(point => ({ of: point, part: 'state', message: `The Internet-based software update point on ${point.host.name}` })),
                fixes: () => [
                    { title: `Make the software update point on ${shared.host.name} accept the intranet only`, edits: [setProperty(shared, 'accepts', 'intranet')] },
                    { title: `Remove the Internet-based software update point from ${listOf(internet.map(point => point.host.name))}`, edits: [...internet.map(removeStatement), ...nameOnInternet(shared.host, internet[0]!.host.internetFqdn)] }
                ]
            });
        }
    }
});
