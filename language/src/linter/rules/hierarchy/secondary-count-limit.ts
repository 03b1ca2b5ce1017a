import { childrenOf, counted, isPrimarySite, number, releaseFacts } from '@sup/model';
import { reportsTo } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'secondary-count-limit',
    since: '0.1.0',
    summary: 'A primary site has no more secondary sites than Configuration Manager 2007 supports.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['Configuration Manager Site Capacity Planning'],
    messages: {
        exceeded: ({ site, count, limit }: { site: string; count: number; limit: number }) => ({
            what: `${site} has ${counted(count, 'secondary site')}, but a primary site supports ${number(limit)}.`,
            why: 'The documentation gives this number as the maximum for reliable network connections; with others it is much lower.',
            todo: 'Plan a further primary site for some of them.'
        })
    },
    severities: {
        exceeded: { severity: 'warning', because: 'The number is a support limit; nothing stops working at it.' }
    },
    fixable: 'none',
    checks: {
        site(site, context) {
            const limit = releaseFacts.secondarySitesOfPrimarySite;
            const children = isPrimarySite(site) ? childrenOf(context.hierarchy, site) : [];
            const count = children.length > limit ? children.filter(({ kind }) => kind === 'secondary').length : 0;
            if (count > limit) {
                context.report('exceeded', {
                    at: { of: site, part: 'name' },
                    args: { site: site.code, count, limit },
                    because: () => [
                        ...children.filter(({ kind }) => kind === 'secondary').slice(0, 2).map(child => reportsTo(child, site)),
                        { text: `${number(count)} secondary sites in all report to ${site.code}.`, at: { of: site } },
                        { text: `A primary site supports ${number(limit)} secondary sites.`, source: 'Configuration Manager Site Capacity Planning' }
                    ]
                });
            }
        }
    }
});
