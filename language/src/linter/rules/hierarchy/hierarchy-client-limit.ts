import { centralSiteOf, clientsOfHierarchy, counted, isUnknown, number, releaseFacts, releaseText, type Site } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { hasRelease, statesMostClients } from '../../explain/facts/sites.js';
import { defineRule, type Fix } from '../../define-rule.js';

export default defineRule({
    id: 'hierarchy-client-limit',
    since: '0.1.0',
    summary: 'A hierarchy has no more clients than Configuration Manager 2007 supports.',
    category: 'hierarchy',
    reach: 'graph',
    sources: ['Configuration Manager Site Capacity Planning'],
    messages: {
        exceeded: ({ site, clients, limit, more }: { site: string; clients: number; limit: number; more: string }) => ({
            what: `The hierarchy of ${site} has ${counted(clients, 'client')}, but ${number(limit)} are supported.`,
            why: `The documentation gives ${number(limit)} clients for each hierarchy as the maximum, with the default settings of all features${more}.`,
            todo: 'Plan a second hierarchy for some of the sites, or correct the numbers of clients.'
        })
    },
    severities: {
        exceeded: { severity: 'warning', because: 'The number is a support limit for default settings; nothing stops working at it.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            if (site.parentCodes.length > 0 || centralSiteOf(hierarchy) !== site) {
                return;
            }
            const clients = clientsOfHierarchy(hierarchy);
            const limit = limitOf(site);
            if (clients > limit) {
                context.report('exceeded', {
                    at: { of: site, part: 'name' },
                    args: { site: site.code, clients, limit, more: limit === r3 ? '' : ` (${number(r3)} with R3)` },
                    because: () => [
                        ...statesMostClients(hierarchy.sites),
                        hasRelease(site),
                        { text: `A hierarchy supports ${number(usual)} clients, and with R3 ${number(r3)}.`, source: 'Configuration Manager Site Capacity Planning (revision of June 2012)' }
                    ],
                    fixes: () => planR3(site, clients)
                });
            }
        }
    }
});

const { usual, R3: r3 = usual } = releaseFacts.clientsOfHierarchy;

/** The release may be one with R3 if it is unknown. */
function limitOf(site: Site): number {
    const { release } = site;
    return isUnknown(site, 'release') ? r3 : (release?.addOn && releaseFacts.clientsOfHierarchy[release.addOn]) ?? usual;
}

/** R3 is an add-on of SP2, and raises the limit. */
function planR3(site: Site, clients: number): readonly Fix[] {
    const release = { product: 'ConfigMgr 2007', servicePack: 'SP2', addOn: 'R3' } as const;
    return site.release?.product === release.product && site.release.servicePack === release.servicePack && clients <= r3
        ? [{ title: `Plan ${releaseText(release)} for ${site.code}`, edits: [setProperty(site, 'release', releaseText(release))] }]
        : [];
}
