import { rolesOn } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { holdsRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'wsus-used-by-other-clients',
    since: '0.1.0',
    summary: 'The WSUS server of a software update point serves no clients that Configuration Manager does not manage.',
    category: 'wsus',
    reach: 'segment',
    sources: ['Planning for Software Updates (later releases)'],
    messages: {
        others: ({ server }: { server: string }) => ({
            what: `WSUS on ${server} is planned to serve other clients too, although ${server} has the software update point role.`,
            why: 'Configuration Manager takes over the settings of this WSUS server and approves no updates there, so other clients get none from it.',
            todo: 'Plan another WSUS server for these clients.'
        })
    },
    severities: {
        others: { severity: 'warning', because: 'Only the documentation of later releases excludes it.' }
    },
    fixable: 'suggestion',
    checks: {
        wsus(wsus, context) {
            const { server, otherClients } = wsus;
            const [point] = otherClients ? rolesOn(server) : [];
            if (point) {
                context.report('others', {
                    at: { of: wsus, part: 'other clients' },
                    args: { server: server.name },
                    because: () => [
                        ...holdsRole(point, server),
                        { text: `The plan states that WSUS on ${server.name} serves other clients too.`, at: { of: wsus, part: 'other clients' } },
                        { text: 'A WSUS server that is a software update point is not used for anything else.', source: 'Planning for Software Updates (later releases)' }
                    ],
                    related: [{ of: point, part: 'state', message: 'The software update point that uses this WSUS server' }],
                    fixes: () => [{ title: `Serve only clients of Configuration Manager from ${server.name}`, edits: [setProperty(wsus, 'other clients', 'no')] }]
                });
            }
        }
    }
});
