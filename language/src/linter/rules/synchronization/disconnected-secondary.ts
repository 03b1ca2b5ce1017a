import { activeUpdatePointOf, soundParentOf, upstreamOf } from '@sup/model';
import { setProperty, unsetProperty } from '../../edits/edit.js';
import { hasKind, reportsTo } from '../../explain/facts/sites.js';
import { replicatesParent, statesSource } from '../../explain/facts/synchronization.js';
import { hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';

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
            todo: 'Synchronize it from the parent site, or remove the property.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [settings] = site.synchronizations;
            if (site.kind !== 'secondary' || settings?.source?.kind !== 'none' || !activeUpdatePointOf(site)) {
                return;
            }
            const parent = soundParentOf(hierarchy, site);
            const upstream = parent && upstreamOf(hierarchy, site);
            if (!upstream) {
                return;
            }
            context.report('disconnected', {
                at: { of: settings, part: 'source' },
                because: () => [hasKind(site), reportsTo(site, parent), replicatesParent(site, parent), hasRole(upstream), statesSource(site, settings)],
                args: { site: site.code, parent: parent.code },
                related: [{ of: upstream, part: 'state', message: `The active software update point of ${parent.code}, which it replicates` }],
                fixes: () => [
                    { title: `Synchronize ${site.code} from its parent site`, edits: [setProperty(settings, 'source', 'parent site')] },
                    { title: 'Leave `source` to Configuration Manager', edits: [unsetProperty(settings, 'source')] }
                ]
            });
        }
    }
});
