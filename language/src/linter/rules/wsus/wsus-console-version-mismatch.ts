import { activeUpdatePointsOf, type Hierarchy, isOlder, siteServerOf, type SoftwareUpdatePoint, type WsusVersion, wsusOf, wsusVersionOf } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { lowerWsus } from '../../edits/lower-wsus.js';
import { Upgrade } from '../../edits/upgrade.js';
import { hasRole, isSiteServer } from '../../explain/facts/roles.js';
import { hasVersion } from '../../explain/facts/wsus.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { mustBecomeNewer } from '../../rule-helpers/old-wsus.js';

export default defineRule({
    id: 'wsus-console-version-mismatch',
    since: '0.1.0',
    summary: 'The WSUS administration console on the site server has the version of WSUS on the active software update point.',
    category: 'wsus',
    reach: 'graph',
    sources: ['Prerequisites for Software Updates (later releases)', 'WSUS Configuration Manager (later releases)'],
    messages: {
        differ: ({ server, console, host, version }: { server: string; console: string; host: string; version: string }) => ({
            what: `${server} has the console of WSUS ${console}, but the active software update point on ${host} runs WSUS ${version}.`,
            why: 'The documentation of later releases requires the same version on both; otherwise the site server may fail to configure WSUS.',
            todo: 'Plan the same version on both.'
        })
    },
    severities: {
        differ: { severity: 'warning', because: 'Only the documentation of later releases requires equal versions.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const server = siteServerOf(site);
            const [point, ...others] = activeUpdatePointsOf(site);
            const version = point && others.length === 0 ? wsusVersionOf(point) : undefined;
            const installed = server?.wsusConsole;
            if (!version || !installed || installed === version || mustBecomeNewer(context.hierarchy, point!, version)) {
                return;
            }
            const host = point!.host.name;
            context.report('differ', {
                at: { of: server, part: 'wsus console' },
                args: { server: server.name, console: installed, host, version },
                because: () => [
                    isSiteServer(server),
                    { text: `The console on ${server.name} has version ${installed}.`, at: { of: server, part: 'wsus console' } },
                    hasRole(point!),
                    hasVersion(wsusOf(point!)!)
                ],
                related: [{ of: wsusOf(point!)!, part: 'version', message: `WSUS on ${host}` }],
                fixes: () => [
                    { title: `Plan the console of WSUS ${version} on ${server.name}`, edits: [setProperty(server, 'wsus console', version)] },
                    ...(isOlder(version, installed) ? raise(context.hierarchy, point!, installed) : lowerWsus(context.hierarchy, point!, installed))
                ]
            });
        }
    }
});

/** Plans the version of the console on the software update point, and on those that it synchronizes from. */
function raise(hierarchy: Hierarchy, point: SoftwareUpdatePoint, version: WsusVersion): readonly Fix[] {
    const upgrade = new Upgrade(hierarchy).raiseWsus([point], version);
    return [{ title: `Plan ${upgrade.text}`, edits: upgrade.edits }];
}
