import { activeUpdatePointOf, internetUpdatePointsOf, isPrimarySite, possibleUpstreamNames, serversOf } from '@sup/model';
import { unsetProperty } from '../../edits/edit.js';
import { statesUpstream } from '../../explain/facts/synchronization.js';
import { hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'internet-sup-source-not-active',
    since: '0.1.0',
    summary: 'An Internet-based software update point synchronizes from the active one of its site.',
    category: 'synchronization',
    reach: 'name',
    sources: ['Software Update Point Component Properties: Internet-Based Tab', 'Track software update synchronization (later version)'],
    messages: {
        other: ({ server, site, upstream, active }: { server: string; site: string; upstream: string; active: string }) => ({
            what: `WSUS on ${server}, for the Internet-based software update point of ${site}, is planned to synchronize from ${upstream}.`,
            why: `An Internet-based software update point synchronizes from the active one of its own site, here ${active}, after that one has received the new updates.`,
            todo: 'Remove `upstream`.'
        })
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const active = activeUpdatePointOf(site);
            if (!active || !isPrimarySite(site)) {
                return;
            }
            const sources = possibleUpstreamNames(site);
            // If both are on one server, its WSUS belongs to the active one.
            const servers = internetUpdatePointsOf(site).flatMap(serversOf).filter(({ name }) => !sources.has(name));
            for (const { name: server, wsus } of new Set(servers)) {
                // `unknown-server` reports names that no server has.
                if (wsus?.upstream === undefined || sources.has(wsus.upstream) || !hierarchy.serversByName.has(wsus.upstream)) {
                    continue;
                }
                context.report('other', {
                    at: { of: wsus, part: 'upstream' },
                    because: () => [
                        hasRole(active),
                        ...internetUpdatePointsOf(site).filter(point => serversOf(point).some(each => each.wsus === wsus)).map(hasRole),
                        { text: `An Internet-based software update point synchronizes from the active one of its site, here ${active.host.name}.`, source: 'Software Update Point Component Properties: Internet-Based Tab' },
                        statesUpstream(wsus)
                    ],
                    args: { server, site: site.code, upstream: wsus.upstream, active: active.host.name },
                    related: [{ of: active, part: 'state', message: `The active software update point of ${site.code}` }],
                    fixes: () => [{ title: 'Leave `upstream` to Configuration Manager', edits: [unsetProperty(wsus, 'upstream')] }]
                });
            }
        }
    }
});
