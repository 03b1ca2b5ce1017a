import { activeUpdatePointOf, adviceAssumptions, assumptionsText, bandwidthText, counted, type LinkNeed, linkLoadText, linkNeedOf, type Site, soundParentOf, updatePointsOf } from '@sup/model';
import { activate } from '../../edits/activate.js';
import type { Fact } from '../../explain/fact.js';
import { usesRole } from '../../explain/facts/roles.js';
import { statesClients } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';

const document = 'How to Configure a Software Update Point on a Secondary Site';

export default defineRule({
    id: 'secondary-needs-own-sup',
    since: '0.1.0',
    summary: 'A secondary site with many clients for its link has its own software update point.',
    category: 'coverage',
    reach: 'name',
    sources: [document, 'About the Software Update Point'],
    messages: {
        heavy: ({ site, parent, clients, bandwidth, load }: { site: string; parent: string; clients: number; bandwidth: number; load: string }) => ({
            what: `${site} has no software update point, so its ${counted(clients, 'client')} scan against the one of ${parent} over a link of ${bandwidthText(bandwidth)}.`,
            why: `The documentation recommends a separate software update point for a secondary site with a poor connection. By the assumptions of the advice, this connection is too poor. ${load}`,
            todo: `Plan a software update point for ${site}, or a faster link; *Advise on Software Update Point* and \`sup advise\` show the figures.`
        })
    },
    severities: {
        heavy: { severity: 'hint', because: 'The clients do scan, and the figures rest on assumptions about the size and spread of scans.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy, assumptions } = context;
            const need = updatePointsOf(site).length === 0 && soundParentOf(hierarchy, site) ? linkNeedOf(hierarchy, site, assumptions) : undefined;
            if (need) {
                const { parent, clients, bandwidth, link } = need;
                context.report('heavy', {
                    at: { of: site, part: 'link' },
                    args: { site: site.code, parent: parent.code, clients, bandwidth, load: linkLoadText(link) },
                    related: [{ of: activeUpdatePointOf(parent)!, part: 'state', message: `The software update point that the clients of ${site.code} use` }],
                    because: () => factsOf(site, need),
                    fixes: () => activate(hierarchy, site)
                });
            }
        }
    }
});

function factsOf(site: Site, { parent, bandwidth, link, assumed }: LinkNeed): readonly Fact[] {
    return [
        statesClients(site),
        ...usesRole(site, activeUpdatePointOf(parent)!),
        { text: `The link from ${site.code} to ${parent.code} is planned with ${bandwidthText(bandwidth)}.`, at: { of: site, part: 'link' } },
        ...assumptionsText(adviceAssumptions, assumed).map(text => ({ text, source: 'Scenarios: assumptions' })),
        { text: linkLoadText(link), at: { of: site, part: 'link' } },
        { text: 'A poor connection to the parent is a reason for a software update point at the secondary site.', source: document }
    ];
}
