import { customWebSitePorts, defaultWebSitePorts, type Ports, serversOf } from '@sup/model';
import { planPorts, planPortsOf } from '../../edits/port-edits.js';
import { portsText } from '../../edits/role-edits.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { hasContradictingRole } from '../../rule-helpers/ports.js';

/** The pairs of ports that WSUS Setup gives its web site. */
const pairs = [defaultWebSitePorts, customWebSitePorts];
const known = pairs.flatMap(({ http, https }) => [http, https]);

export default defineRule({
    id: 'mixed-port-pair',
    since: '0.1.0',
    summary: 'The ports of a web site are 80 and 443, 8530 and 8531, or ports of your own choice, but not a mixture.',
    category: 'wsus',
    reach: 'segment',
    sources: ['About Ports Used by Software Updates', 'How to Determine the Port Settings Used by WSUS'],
    messages: {
        mixed: ({ where, http, https }: { where: string; http: number; https: number }) => ({
            what: `${where} the HTTP port ${http} and the HTTPS port ${https}, which do not belong together.`,
            why: 'WSUS uses the ports 80 and 443 on the default web site of IIS, and 8530 and 8531 on a web site of its own; connections to any other port fail unless IIS is configured for it.',
            todo: 'Plan one of these pairs.'
        })
    },
    severities: {
        mixed: { severity: 'warning', because: 'IIS can be set up with any ports.' }
    },
    fixable: 'suggestion',
    checks: {
        wsus(wsus, context) {
            const { ports, server } = wsus;
            if (isMixed(ports) && !hasContradictingRole(wsus)) {
                context.report('mixed', {
                    at: { of: wsus, part: 'ports' },
                    args: { where: `The WSUS web site on ${server.name} is planned with`, ...ports },
                    fixes: () => fixesFor(ports, pair => planPorts(context.hierarchy, server, pair))
                });
            }
        },
        updatePoint(point, context) {
            const { ports, host } = point;
            // If the plan has the ports of WSUS too, they are reported there, or contradict the role.
            if (isMixed(ports) && serversOf(point).every(({ wsus }) => !wsus?.ports)) {
                context.report('mixed', {
                    at: { of: point, part: 'ports' },
                    args: { where: `The software update point on ${host.name} is planned with`, ...ports },
                    fixes: () => fixesFor(ports, pair => planPortsOf(context.hierarchy, [point], [], pair))
                });
            }
        }
    }
});

function isMixed(ports: Ports | undefined): ports is Required<Ports> & { https: number } {
    return ports?.https !== undefined && known.includes(ports.http) && known.includes(ports.https) && pairs.every(pair => portsText(pair) !== portsText(ports));
}

/** A fix for each pair, first the one that keeps the HTTP port. */
function fixesFor(ports: Ports, edit: (pair: Ports) => Fix['edits']): readonly Fix[] {
    return [...pairs].sort((a, b) => Number(b.http === ports.http) - Number(a.http === ports.http))
        .map(pair => ({ title: `Use the ports ${pair.http} and ${pair.https}`, edits: edit(pair) }));
}
