import { activeUpdatePointsOf, serversOf, siteServerOf, toUpperCaseCode, wsusVersionOf } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { soundWsusVersion } from '../../edits/role-edits.js';
import { hasRole, isSiteServer } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';
import { isWritten } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'remote-sup-without-admin-console',
    since: '0.1.0',
    summary: 'A site server that is not the active software update point has the WSUS administration console.',
    category: 'wsus',
    reach: 'segment',
    sources: ['Prerequisites for Software Updates', 'Troubleshooting Software Updates Synchronization'],
    messages: {
        noConsole: ({ site, server, host }: { site: string; server: string; host: string }) => ({
            what: `${server} is the site server of ${site} and has no WSUS administration console, but the active software update point is remote, on ${host}.`,
            why: 'The site server configures and synchronizes WSUS through the console\'s components; without them WSUS is not configured, and synchronization fails.',
            todo: `Plan the WSUS administration console on ${server}.`
        })
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const server = siteServerOf(site);
            const [point, ...others] = activeUpdatePointsOf(site);
            if (!server || server.wsus || isWritten(server, 'wsus console') || !point || others.length > 0) {
                return;
            }
            // A role on the site server itself lacks WSUS rather than the console, even if the server is declared in two blocks.
            const name = toUpperCaseCode(server.name);
            if ([point.host, ...serversOf(point)].some(host => toUpperCaseCode(host.name) === name)) {
                return;
            }
            context.report('noConsole', {
                at: { of: server, part: 'name' },
                args: { site: site.code, server: server.name, host: point.host.name },
                because: () => [isSiteServer(server), hasRole(point), { text: `The plan has neither WSUS nor its console on ${server.name}.`, at: { of: server } }],
                related: [{ of: point, part: 'state', message: `The active software update point of ${site.code}` }],
                fixes: () => {
                    const version = wsusVersionOf(point) ?? soundWsusVersion;
                    return [{ title: `Plan the console of WSUS ${version} on ${server.name}`, edits: [setProperty(server, 'wsus console', version)] }];
                }
            });
        }
    }
});
