import { customWebSitePorts, defaultWebSitePorts, isUnknown, listOf, rolesOn } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { planPorts } from '../../edits/port-edits.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'default-website-shared',
    since: '0.1.0',
    summary: 'WSUS has a web site of its own on a computer with other roles.',
    category: 'wsus',
    reach: 'segment',
    sources: ['Planning for Software Updates (later releases)'],
    messages: {
        shared: ({ server, roles }: { server: string; roles: readonly string[] }) => ({
            what: `WSUS on ${server} uses the default web site of IIS, and ${server} has other roles: ${listOf(roles)}.`,
            why: 'The documentation of later releases recommends a web site of its own for WSUS, so that its settings do not affect those of other roles.',
            todo: `Use a web site of its own, with the ports ${customWebSitePorts.http} and ${customWebSitePorts.https!}.`
        })
    },
    severities: {
        shared: { severity: 'hint', because: 'It is a recommendation of the documentation of later releases.' }
    },
    fixable: 'suggestion',
    checks: {
        wsus(wsus, context) {
            const { server, webSite, ports } = wsus;
            const isDefault = isUnknown(wsus, 'webSite') ? false : webSite === undefined ? ports?.http === defaultWebSitePorts.http : webSite === 'default';
            if (!isDefault || !server.otherRoles || rolesOn(server).length === 0) {
                return;
            }
            context.report('shared', {
                at: { of: wsus, part: webSite === undefined ? 'ports' : 'web site' },
                args: { server: server.name, roles: server.otherRoles },
                related: [{ of: server, part: 'other roles', message: `The other roles on ${server.name}` }],
                fixes: () => [{
                    title: 'Use a web site of its own for WSUS',
                    edits: [...(webSite === undefined ? [] : [setProperty(wsus, 'web site', 'custom')]), ...planPorts(context.hierarchy, server, customWebSitePorts)]
                }]
            });
        }
    }
});
