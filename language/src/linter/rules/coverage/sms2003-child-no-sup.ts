import { clientsOf, counted, isSms2003, soundParentOf, updatePointsOf } from '@sup/model';
import { releasesBelow, statesClients } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'sms2003-child-no-sup',
    since: '0.1.0',
    summary: 'Clients of an SMS 2003 site below a site of Configuration Manager 2007 need their updates from another tool.',
    category: 'coverage',
    reach: 'name',
    sources: ['Software Update Management Guidance: Migration from the SMS 2003 Inventory Tool for Microsoft Updates'],
    messages: {
        otherTool: ({ site, count, parent }: { site: string; count: number; parent: string }) => ({
            what: `${site} is a site of SMS 2003, so no software update point serves its ${counted(count, 'client')}, not even that of ${parent}.`,
            why: 'Clients of SMS 2003 scan with the Inventory Tool for Microsoft Updates; their results reach the parent site separately.',
            todo: `Plan that tool at ${site} until its upgrade.`
        })
    },
    severities: {
        otherTool: { severity: 'hint', because: 'Sites of SMS 2003 below Configuration Manager 2007 are supported while the hierarchy is upgraded.' }
    },
    fixable: 'none',
    checks: {
        site(site, context) {
            const { intranet, internet } = clientsOf(site);
            const count = intranet + internet;
            const parent = site.kind === 'primary' && isSms2003(site) && count > 0 && updatePointsOf(site).length === 0 ? soundParentOf(context.hierarchy, site) : undefined;
            if (parent && !isSms2003(parent)) {
                context.report('otherTool', {
                    at: { of: site, part: 'release' },
                    args: { site: site.code, count, parent: parent.code },
                    because: () => [
                        ...releasesBelow(parent, [site]), statesClients(site),
                        { text: 'Sites of SMS 2003 have no software update points; they use the Inventory Tool for Microsoft Updates.', source: 'Software Update Management Guidance: Migration from the SMS 2003 Inventory Tool for Microsoft Updates' }
                    ],
                    related: [{ of: parent, part: 'release', message: `${parent.code} is a site of Configuration Manager 2007` }]
                });
            }
        }
    }
});
