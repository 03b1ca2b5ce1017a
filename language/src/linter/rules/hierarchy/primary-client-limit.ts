import { assignedClientsOf, childrenOf, clientsOf, counted, isPrimarySite, number, releaseFacts } from '@sup/model';
import { statesMostClients } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'primary-client-limit',
    since: '0.1.0',
    summary: 'A primary site has no more clients than Configuration Manager 2007 supports.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['Configuration Manager Site Capacity Planning', 'Choose Between Primary Sites, Secondary Sites, and Branch Distribution Points'],
    messages: {
        exceeded: ({ site, clients, below, limit }: { site: string; clients: number; below: number; limit: number }) => ({
            what: `${site} has ${counted(clients, 'client')}${below > 0 ? `, ${number(below)} of them at its secondary sites` : ''}, but a primary site supports ${number(limit)}.`,
            why: 'The documentation gives this number of assigned clients as the maximum, with the default settings of all features. Clients at a secondary site are assigned to its primary site.',
            todo: 'Plan a further primary site for some of them, or correct the numbers of clients.'
        })
    },
    severities: {
        exceeded: { severity: 'warning', because: 'The number is a support limit for default settings; nothing stops working at it.' }
    },
    fixable: 'none',
    checks: {
        site(site, context) {
            const limit = releaseFacts.clientsOfPrimarySite;
            const clients = isPrimarySite(site) ? assignedClientsOf(context.hierarchy, site) : 0;
            if (clients > limit) {
                const { intranet, internet } = clientsOf(site);
                context.report('exceeded', {
                    at: { of: site, part: site.clients ? 'clients' : 'name' },
                    args: { site: site.code, clients, below: clients - intranet - internet, limit },
                    because: () => [
                        ...statesMostClients([site, ...childrenOf(context.hierarchy, site).filter(({ kind }) => kind === 'secondary')]),
                        { text: 'Clients at a secondary site are assigned to its primary site.', source: 'Choose Between Primary Sites, Secondary Sites, and Branch Distribution Points' },
                        { text: `A primary site supports ${number(limit)} assigned clients.`, source: 'Configuration Manager Site Capacity Planning' }
                    ]
                });
            }
        }
    }
});
