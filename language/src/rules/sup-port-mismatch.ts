import { type Ports, serversOf } from '@sup/model';
import { setProperty, unsetProperty } from '../edits/edit.js';
import { defineRule } from '../shelf/define-rule.js';

export default defineRule({
    id: 'sup-port-mismatch',
    since: '0.1.0',
    summary: 'The ports of a software update point are those of its WSUS web site.',
    category: 'wsus',
    reach: 'segment',
    sources: ['Troubleshooting Software Updates Synchronization', 'About Ports Used by Software Updates'],
    messages: {
        differ: ({ host, role, wsus }: { host: string; role: string; wsus: string }) => ({
            what: `The software update point on ${host} uses the ports ${role}, but the WSUS web site there listens on ${wsus}.`,
            why: 'Configuration Manager then reaches WSUS neither to configure nor to synchronise it.',
            todo: 'Give both the same ports; those of the role may be left out.'
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const role = point.ports;
            const server = serversOf(point).find(each => each.wsus?.ports && role && differ(role, each.wsus.ports));
            const wsus = server?.wsus;
            if (!role || !server || !wsus?.ports) {
                return;
            }
            const listening = wsus.ports;
            context.report('differ', {
                at: { of: point, part: 'ports' },
                args: { host: server.name, role: textOf(role), wsus: textOf(listening) },
                related: [{ of: wsus, part: 'ports', message: `The ports of the WSUS web site on ${server.name}` }],
                fixes: () => [
                    { title: `Change the ports of the role to ${textOf(listening)}`, edits: [setProperty(point, 'ports', textOf(listening))] },
                    { title: 'Leave the ports of the role to WSUS', edits: [unsetProperty(point, 'ports')] },
                    {
                        title: `Change the ports of the WSUS web site to ${textOf(role)}`,
                        edits: serversOf(point).flatMap(each => each.wsus?.ports ? [setProperty(each.wsus, 'ports', textOf(role))] : [])
                    }
                ]
            });
        }
    }
});

/** A port that one side leaves out is no contradiction. */
function differ(a: Ports, b: Ports): boolean {
    return a.http !== b.http || (a.https !== undefined && b.https !== undefined && a.https !== b.https);
}

function textOf(ports: Ports): string {
    return ports.https === undefined ? String(ports.http) : `${ports.http}, ${ports.https}`;
}
