import { activeUpdatePointOf, parentOf, serversOf } from '@sup/model';
import { setProperty, unsetProperty } from '../edits/edit.js';
import { defineRule } from '../shelf/define-rule.js';
import { listOf } from '../shelf/wording.js';

export default defineRule({
    id: 'secondary-sup-not-replica',
    since: '0.1.0',
    summary: 'The software update point of a secondary site is a replica of its parent\'s active one.',
    category: 'synchronization',
    reach: 'name',
    sources: ['About the Software Update Point', 'About the Software Update Point on a Secondary Site'],
    messages: {
        notReplica: ({ server, site, parent }: { server: string; site: string; parent: string }) => ({
            what: `WSUS on ${server} is planned as an autonomous server (\`replica: no\`), but ${site} is a secondary site.`,
            why: `Configuration Manager makes WSUS on a secondary site a replica of the parent's active software update point${parent === '' ? '' : `, here that of ${parent}`}, whatever the plan says.`,
            todo: 'Make it a replica, or leave the property out.'
        }),
        otherUpstream: ({ server, upstream, site, expected }: { server: string; upstream: string; site: string; expected: readonly string[] }) => ({
            what: `WSUS on ${server} of ${site} is planned to synchronise from ${upstream}.`,
            why: `On a secondary site WSUS is a replica of the parent's active software update point, here ${listOf(expected)}, and Configuration Manager sets it so.`,
            todo: 'Leave the property out, or name that server.'
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const site = point.host.site;
            if (site.kind !== 'secondary' || point.state !== 'active') {
                return;
            }
            const parent = parentOf(context.hierarchy, site);
            const upstream = parent && activeUpdatePointOf(parent);
            for (const server of serversOf(point)) {
                const wsus = server.wsus;
                if (wsus?.replica === false) {
                    context.report('notReplica', {
                        at: { of: wsus, part: 'replica' },
                        args: { server: server.name, site: site.code, parent: parent?.code ?? '' },
                        related: upstream ? [{ of: upstream, message: `The active software update point of ${parent.code}, which it replicates` }] : [],
                        fixes: () => [
                            { title: `Make WSUS on ${server.name} a replica`, edits: [setProperty(wsus, 'replica', 'yes')] },
                            { title: 'Leave `replica` to Configuration Manager', edits: [unsetProperty(wsus, 'replica')] }
                        ]
                    });
                }
                const expected = upstream ? [upstream.host.name, ...serversOf(upstream).map(each => each.name)] : [];
                if (wsus?.upstream !== undefined && upstream && !expected.includes(wsus.upstream)) {
                    context.report('otherUpstream', {
                        at: { of: wsus, part: 'upstream' },
                        args: { server: server.name, upstream: wsus.upstream, site: site.code, expected: [upstream.host.name] },
                        related: [{ of: upstream, message: `The active software update point of ${parent.code}, which it replicates` }],
                        fixes: () => [
                            { title: 'Leave `upstream` to Configuration Manager', edits: [unsetProperty(wsus, 'upstream')] },
                            { title: `Change to ${upstream.host.name}`, edits: [setProperty(wsus, 'upstream', upstream.host.name)] }
                        ]
                    });
                }
            }
        }
    }
});
