import { activeUpdatePointOf, serversOf, soundParentOf, upstreamOf } from '@sup/model';
import { setProperty, unsetProperty } from '../edits/edit.js';
import { defineRule } from '../shelf/define-rule.js';

export default defineRule({
    id: 'child-source-not-parent',
    since: '0.1.0',
    summary: 'A software update point below another synchronises from the active one of the parent site.',
    category: 'synchronization',
    reach: 'name',
    sources: ['Software Update Point Component Properties: Sync Settings Tab', 'About Software Updates Synchronization'],
    messages: {
        other: ({ site, source, parent, upstream }: { site: string; source: string; parent: string; upstream: string }) => ({
            what: `${site} is planned to synchronise from ${source}, but its parent site ${parent} has an active software update point, ${upstream}.`,
            why: 'A software update point below another synchronises from the active one of its parent site and from nowhere else.',
            todo: 'Let it synchronise from the parent site, or leave the property out.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [settings] = site.synchronizations;
            const source = settings?.source;
            const parent = activeUpdatePointOf(site) && soundParentOf(hierarchy, site);
            const upstream = parent && upstreamOf(hierarchy, site);
            if (!source || !upstream) {
                return;
            }
            // A name that no server has is another rule's matter.
            const isOtherServer = source.kind === 'server' && hierarchy.serversByName.has(source.server)
                && ![upstream.host, ...serversOf(upstream)].some(host => host.name === source.server);
            if (source.kind !== 'microsoft-update' && !isOtherServer) {
                return;
            }
            context.report('other', {
                at: { of: settings, part: 'source' },
                args: { site: site.code, source: source.kind === 'server' ? source.server : 'Microsoft Update', parent: parent.code, upstream: upstream.host.name },
                related: [{ of: upstream, part: 'state', message: `The active software update point of ${parent.code}` }],
                fixes: () => [
                    { title: `Let ${site.code} synchronise from its parent site`, edits: [setProperty(settings, 'source', 'parent site')] },
                    { title: 'Leave `source` to Configuration Manager', edits: [unsetProperty(settings, 'source')] }
                ]
            });
        }
    }
});
