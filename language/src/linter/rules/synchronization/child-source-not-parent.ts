import { activeUpdatePointsOf, possibleUpstreamNames, serversOf, soundParentOf, upstreamOf } from '@sup/model';
import { unsetProperty } from '../../edits/edit.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { statesSource, statesUpstream, synchronizesFromParent } from '../../explain/facts/synchronization.js';
import { hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'child-source-not-parent',
    since: '0.1.0',
    summary: 'A software update point below another one synchronizes from the active one of the parent site.',
    category: 'synchronization',
    reach: 'name',
    sources: ['Software Update Point Component Properties: Sync Settings Tab', 'About Software Updates Synchronization'],
    messages: {
        other: ({ site, source, parent, upstream }: { site: string; source: string; parent: string; upstream: string }) => ({
            what: `${site} is planned to synchronize from ${source}, but its parent site ${parent} has an active software update point, ${upstream}.`,
            why: 'A software update point below another one synchronizes only from the active one of its parent site.',
            todo: 'Remove the property: Configuration Manager then synchronizes it from the parent site.'
        })
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [point, ...others] = activeUpdatePointsOf(site);
            const parent = point && soundParentOf(hierarchy, site);
            const upstream = parent && upstreamOf(hierarchy, site);
            if (!upstream) {
                return;
            }
            // `unknown-server` reports names that no server has.
            const names = possibleUpstreamNames(parent);
            const isOther = (server: string): boolean => hierarchy.serversByName.has(server) && !names.has(server);
            const facts = { site: site.code, parent: parent.code, upstream: upstream.host.name };
            const related = [{ of: upstream, part: 'state', message: `The active software update point of ${parent.code}` }];
            const [settings] = site.synchronizations;
            const source = settings?.source;
            // If the site is the central one, as its head says, Microsoft Update is right: `central-with-parent` reports the parent.
            const isMicrosoftUpdate = source?.kind === 'microsoft-update' && site.kind !== 'central';
            if (isMicrosoftUpdate || (source?.kind === 'server' && isOther(source.server))) {
                context.report('other', {
                    at: { of: settings!, part: 'source' },
                    because: () => [hasRole(point), reportsTo(site, parent), synchronizesFromParent(site, parent), hasRole(upstream), statesSource(site, settings!)],
                    args: { ...facts, source: source?.kind === 'server' ? source.server : 'Microsoft Update' },
                    related,
                    fixes: () => [{ title: 'Leave `source` to Configuration Manager', edits: [unsetProperty(settings!, 'source')] }]
                });
            }
            // On a secondary site, WSUS is a replica; `secondary-sup-not-replica` checks it. If several are active, the plan does not determine which one counts.
            for (const { wsus } of site.kind === 'secondary' || others.length > 0 ? [] : serversOf(point)) {
                if (wsus?.upstream !== undefined && isOther(wsus.upstream)) {
                    context.report('other', {
                        at: { of: wsus, part: 'upstream' },
                        because: () => [hasRole(point), reportsTo(site, parent), synchronizesFromParent(site, parent), hasRole(upstream), statesUpstream(wsus)],
                        args: { ...facts, source: wsus.upstream },
                        related,
                        fixes: () => [{ title: 'Leave `upstream` to Configuration Manager', edits: [unsetProperty(wsus, 'upstream')] }]
                    });
                }
            }
        }
    }
});
