import { arePortsDifferent, serversOf } from '@sup/model';
import { setProperty, unsetProperty } from '../../edits/edit.js';
import { portsText } from '../../edits/role-edits.js';
import { hasRole } from '../../explain/facts/roles.js';
import { listensOn, usesPorts } from '../../explain/facts/wsus.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'sup-port-mismatch',
    since: '0.1.0',
    summary: 'A software update point uses the ports of its WSUS web site.',
    category: 'wsus',
    reach: 'segment',
    sources: ['Troubleshooting Software Updates Synchronization', 'About Ports Used by Software Updates'],
    messages: {
        differ: ({ host, server, role, wsus }: { host: string; server: string; role: string; wsus: string }) => ({
            what: `The software update point on ${host} uses the ports ${role}, but the WSUS web site ${server === host ? 'there' : `on its node ${server}`} listens on ${wsus}.`,
            why: 'Configuration Manager then cannot reach WSUS to configure or synchronize it.',
            todo: 'Give both the same ports, or remove those of the role.'
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const role = point.ports;
            const sites = role ? serversOf(point).flatMap(({ wsus }) => wsus?.ports ? [{ wsus, ports: wsus.ports }] : []) : [];
            const other = sites.find(({ ports }) => role && arePortsDifferent(role, ports));
            if (!role || !other) {
                return;
            }
            const listening = portsText(other.ports);
            context.report('differ', {
                at: { of: point, part: 'ports' },
                args: { host: point.host.name, server: other.wsus.server.name, role: portsText(role), wsus: listening },
                because: () => [hasRole(point), usesPorts(point), listensOn(other.wsus)],
                related: [{ of: other.wsus, part: 'ports', message: `The ports of the WSUS web site on ${other.wsus.server.name}` }],
                fixes: () => [
                    // The ports of the role can be taken from its nodes only if these agree.
                    ...(sites.every(({ ports }) => portsText(ports) === listening) ? [
                        { title: `Change the ports of the role to ${listening}`, edits: [setProperty(point, 'ports', listening)] },
                        { title: 'Remove the ports of the role, so that it uses those of WSUS', edits: [unsetProperty(point, 'ports')] }
                    ] : []),
                    { title: `Change the ports of the WSUS web site to ${portsText(role)}`, edits: sites.map(({ wsus }) => setProperty(wsus, 'ports', portsText(role))) }
                ]
            });
        }
    }
});
