import { activeUpdatePointOf, soundParentOf, upstreamOf } from '@sup/model';
import { unsetProperty } from '../../edits/edit.js';
import { hasKind, reportsTo } from '../../explain/facts/sites.js';
import { replicatesParent, statesSource } from '../../explain/facts/synchronization.js';
import { hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';
import { isSurelySecondary } from '../../rule-helpers/secondary-sites.js';

export default defineRule({
    id: 'disconnected-secondary',
    since: '0.1.0',
    summary: 'The software update point of a secondary site synchronizes; it is not updated by export and import.',
    category: 'synchronization',
    reach: 'name',
    sources: ['About the Software Update Point', 'How to Synchronize Updates Using Export and Import', 'Set Up a Disconnected Network: Import and Export Updates (WSUS 3.0)'],
    messages: {
        disconnected: ({ site, parent }: { site: string; parent: string }) => ({
            what: `The source of ${site} is planned as \`none\`, but ${site} is a secondary site, whose WSUS server is a replica of the one of ${parent}.`,
            why: 'WSUS imports updates into autonomous servers only; a replica that does not synchronize never gets any updates.',
            todo: 'Remove the property: Configuration Manager then synchronizes it from the parent site.'
        })
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [settings] = site.synchronizations;
            if (settings?.source?.kind !== 'none' || !activeUpdatePointOf(site) || !isSurelySecondary(hierarchy, site)) {
                return;
            }
            const parent = soundParentOf(hierarchy, site);
            if (!parent) {
                return;
            }
            const upstream = upstreamOf(hierarchy, site);
            context.report('disconnected', {
                at: { of: settings, part: 'source' },
                because: () => [hasKind(site), reportsTo(site, parent), replicatesParent(site, parent), ...(upstream ? [hasRole(upstream)] : []), statesSource(site, settings)],
                args: { site: site.code, parent: parent.code },
                related: upstream ? [{ of: upstream, part: 'state', message: `The active software update point of ${parent.code}, which it replicates` }] : [],
                fixes: () => [{ title: 'Leave `source` to Configuration Manager', edits: [unsetProperty(settings, 'source')] }]
            });
        }
    }
});
