import { customWebSitePorts, defaultWebSitePorts, type Ports, serversOf } from '@sup/model';
import { planPorts, planPortsOf } from '../../edits/port-edits.js';
import { defineRule } from '../../define-rule.js';
import { hasContradictingRole } from '../../rule-helpers/ports.js';

export default defineRule({
    id: 'missing-http-port',
    since: '0.1.0',
    summary: 'A WSUS web site has an HTTP port, even if it uses SSL.',
    category: 'wsus',
    reach: 'segment',
    sources: ['How to Configure the WSUS Web Site to Use SSL', 'About Ports Used by Software Updates'],
    messages: {
        httpsOnly: ({ where, https }: { where: string; https: number }) => ({
            what: `${where} the port ${https} only, which is an HTTPS port.`,
            why: 'WSUS uses SSL for metadata only and serves update files and license terms over HTTP, so it needs an HTTP port too; a single port in the plan is the HTTP port.',
            todo: 'Plan both ports, first the HTTP port.'
        })
    },
    severities: {
        httpsOnly: { severity: 'warning', because: 'IIS can be set up to serve HTTP on any port.' }
    },
    fixable: 'quickfix',
    checks: {
        wsus(wsus, context) {
            const { server, ports } = wsus;
            const pair = ports && pairOf(ports);
            if (pair && !hasContradictingRole(wsus)) {
                context.report('httpsOnly', {
                    at: { of: wsus, part: 'ports' },
                    args: { where: `The WSUS web site on ${server.name} is planned with`, https: ports.http },
                    fixes: () => [{ title: titleOf(pair), edits: planPorts(context.hierarchy, server, pair) }]
                });
            }
        },
        updatePoint(point, context) {
            const { host, ports } = point;
            const pair = ports && pairOf(ports);
            // If the plan has the ports of WSUS too, they are reported there, or contradict the role.
            if (pair && serversOf(point).every(({ wsus }) => !wsus?.ports)) {
                context.report('httpsOnly', {
                    at: { of: point, part: 'ports' },
                    args: { where: `The software update point on ${host.name} is planned with`, https: ports.http },
                    fixes: () => [{ title: titleOf(pair), edits: planPortsOf(context.hierarchy, [point], [], pair) }]
                });
            }
        }
    }
});

/** The pair that a lone HTTPS port belongs to. */
function pairOf({ http, https }: Ports): Ports | undefined {
    return https === undefined ? [defaultWebSitePorts, customWebSitePorts].find(pair => pair.https === http) : undefined;
}

function titleOf({ http, https }: Ports): string {
    return `Use the ports ${http} and ${https}`;
}
