import { isPrimarySite, parentOf, possibleUpstreamNames, serversOf, upstreamOf } from '@sup/model';
import { unsetProperty } from '../../edits/edit.js';
import { hasKind, reportsTo } from '../../explain/facts/sites.js';
import { replicatesParent, statesReplica, statesUpstream } from '../../explain/facts/synchronization.js';
import { hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';
import { isSurelySecondary } from '../../rule-helpers/secondary-sites.js';

export default defineRule({
    id: 'secondary-sup-not-replica',
    since: '0.1.0',
    summary: 'The software update point of a secondary site is a replica of its parent\'s active one.',
    category: 'synchronization',
    reach: 'name',
    sources: ['About the Software Update Point', 'About the Software Update Point on a Secondary Site'],
    messages: {
        notReplica: ({ server, site, parent }: { server: string; site: string; parent: string | undefined }) => ({
            what: `WSUS on ${server} is planned as an autonomous server (\`replica: no\`), but ${site} is a secondary site.`,
            why: `Configuration Manager makes WSUS on a secondary site a replica of the parent's active software update point${parent === undefined ? '' : `, here the one of ${parent}`}, regardless of the plan.`,
            todo: 'Remove the property: Configuration Manager makes it a replica.'
        }),
        otherUpstream: ({ server, upstream, site, expected }: { server: string; upstream: string; site: string; expected: string }) => ({
            what: `WSUS on ${server} of ${site} is planned to synchronize from ${upstream}.`,
            why: `On a secondary site, WSUS is a replica of the parent's active software update point, here ${expected}; Configuration Manager configures it so.`,
            todo: 'Remove `upstream`.'
        })
    },
    fixable: 'quickfix',
    checks: {
        updatePoint(point, context) {
            const { hierarchy } = context;
            const { site } = point.host;
            if (point.state !== 'active' || !isSurelySecondary(hierarchy, site)) {
                return;
            }
            const above = site.parentCodes.length === 1 ? parentOf(hierarchy, site) : undefined;
            const parent = above && isPrimarySite(above) ? above : undefined;
            const upstream = parent && upstreamOf(hierarchy, site);
            const related = upstream ? [{ of: upstream, part: 'state', message: `The active software update point of ${parent.code}, which it replicates` }] : [];
            for (const { name: server, wsus } of serversOf(point)) {
                if (wsus?.replica === false) {
                    context.report('notReplica', {
                        at: { of: wsus, part: 'replica' },
                        because: () => [
                            hasKind(site),
                            ...parent ? [reportsTo(site, parent)] : [],
                            replicatesParent(site, parent),
                            ...upstream ? [hasRole(upstream)] : [],
                            statesReplica(wsus)
                        ],
                        args: { server, site: site.code, parent: parent?.code },
                        related,
                        fixes: () => [{ title: 'Leave `replica` to Configuration Manager', edits: [unsetProperty(wsus, 'replica')] }]
                    });
                }
                // `unknown-server` reports names that no server has.
                if (upstream && wsus?.upstream !== undefined && hierarchy.serversByName.has(wsus.upstream) && !possibleUpstreamNames(parent).has(wsus.upstream)) {
                    const expected = upstream.host.name;
                    context.report('otherUpstream', {
                        at: { of: wsus, part: 'upstream' },
                        because: () => [hasKind(site), reportsTo(site, parent), replicatesParent(site, parent), hasRole(upstream), statesUpstream(wsus)],
                        args: { server, upstream: wsus.upstream, site: site.code, expected },
                        related,
                        fixes: () => [{ title: 'Leave `upstream` to Configuration Manager', edits: [unsetProperty(wsus, 'upstream')] }]
                    });
                }
            }
        }
    }
});
