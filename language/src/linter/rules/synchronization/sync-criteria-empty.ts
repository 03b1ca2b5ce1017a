import { activeUpdatePointOf, clientsOf, type Hierarchy, listOf, type Site, subtreeOf } from '@sup/model';
import { addCriteria, addSettings, missingCriteria } from '../../edits/synchronization-edits.js';
import { statesClients } from '../../explain/facts/sites.js';
import { isFirstWithRole } from '../../explain/facts/synchronization.js';
import { defineRule } from '../../define-rule.js';
import { surelyUsesMicrosoftUpdate } from '../../rule-helpers/synchronization-root.js';

export default defineRule({
    id: 'sync-criteria-empty',
    since: '0.1.0',
    summary: 'The top software update point synchronizes at least one product, one classification and one language.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['About Software Updates Synchronization', 'Planning for Software Updates (later releases)'],
    messages: {
        missing: ({ site, missing }: { site: string; missing: readonly string[] }) => ({
            what: `The synchronization settings of ${site} choose ${listOf(missing.map(each => `no ${each}`))}.`,
            why: 'No updates appear until at least one product, one classification and one language are chosen at the top of synchronization.',
            todo: 'Choose at least one of each.'
        }),
        unplanned: ({ site }: { site: string }) => ({
            what: `The plan does not say what ${site} synchronizes from Microsoft Update, nor when.`,
            why: 'It is the top of synchronization: its settings decide which updates the clients of all sites below scan for, and when these updates arrive.',
            todo: `Add a \`synchronization\` block to ${site}.`
        })
    },
    severities: {
        unplanned: { severity: 'information', because: 'A plan may leave the settings open; this does not make the rest of it wrong.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [settings, ...others] = site.synchronizations;
            // Criteria apply only to synchronization from Microsoft Update, and a second block may contain what the first one lacks.
            if (others.length > 0 || !surelyUsesMicrosoftUpdate(hierarchy, site)) {
                return;
            }
            const missing = settings ? missingCriteria(settings) : [];
            if (settings && missing.length > 0) {
                context.report('missing', {
                    at: { of: settings },
                    because: () => [
                        ...isFirstWithRole(site, activeUpdatePointOf(site)),
                        { text: `The plan of ${site.code} does not choose ${listOf(missing.map(key => `\`${key}\``))}.`, at: { of: settings } }
                    ],
                    args: { site: site.code, missing: missing.map(key => key.slice(0, -1)) },
                    fixes: () => [{ title: `Add starter values for ${listOf(missing)}`, edits: [addCriteria(settings, missing)], completes: true }]
                });
            } else if (!settings && hasClients(hierarchy, site)) {
                context.report('unplanned', {
                    at: { of: site, part: 'name' },
                    because: () => [
                        ...isFirstWithRole(site, activeUpdatePointOf(site)),
                        ...subtreeOf(hierarchy, site).filter(each => clientsOf(each).intranet + clientsOf(each).internet > 0).slice(0, 1).map(statesClients)
                    ],
                    args: { site: site.code },
                    fixes: () => [{ title: `Add synchronization settings to ${site.code}`, edits: [addSettings(site)] }]
                });
            }
        }
    }
});

/** Whether the plan has clients at or below a site. A plan without clients is a sketch of sites and roles. */
function hasClients(hierarchy: Hierarchy, site: Site): boolean {
    return subtreeOf(hierarchy, site).map(clientsOf).some(({ intranet, internet }) => intranet + internet > 0);
}
