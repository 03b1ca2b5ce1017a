import { activeUpdatePointOf, activeUpdatePointsOf, type Hierarchy, internetUpdatePointsOf, isPrimarySite, modeOf, serversOf, type SoftwareUpdatePoint, usesSsl, wsusOf } from '@sup/model';
import { insertStatement, removeStatement, setHead, setProperty, takeOut, unsetProperty } from '../../edits/edit.js';
import { freeServerName, wsusLines } from '../../edits/role-edits.js';
import { nameOnInternet, suggestedInternetFqdn } from '../../edits/suggested-names.js';
import { linesOf } from '../../edits/text-edits.js';
import { versionBelow } from '../../edits/wsus-edits.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { hasRole, isSiteServer, runsOn } from '../../explain/facts/roles.js';
import { defineRule, type Fix } from '../../define-rule.js';

const why = 'The documentation requires a server that is remote from the site server and from the active software update point.';

export default defineRule({
    id: 'internet-sup-not-remote',
    since: '0.1.0',
    summary: 'The Internet-based software update point is on a server of its own.',
    category: 'roles',
    reach: 'segment',
    sources: ['Software Update Point Component Properties: Internet-Based Tab'],
    messages: {
        siteServer: ({ site, server }: { site: string; server: string }) => ({
            what: `The Internet-based software update point of ${site} is on its site server, ${server}.`,
            why,
            todo: 'Plan it on another site system.'
        }),
        activeToo: ({ site, host }: { site: string; host: string }) => ({
            what: `The Internet-based software update point of ${site} and its active one are both on ${host}.`,
            why,
            todo: 'Plan it on another site system, or make the active one accept clients from the Internet.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const internet = isPrimarySite(site) ? internetUpdatePointsOf(site) : [];
            const active = new Map(internet.length > 0 ? activeUpdatePointsOf(site).flatMap(point => [point.host, ...serversOf(point)].map(host => [host, point] as const)) : []);
            for (const point of internet) {
                const hosts = [point.host, ...serversOf(point)];
                const at = { of: point, part: 'state' };
                const shared = hosts.find(host => active.has(host));
                const siteServer = hosts.find(host => host.element === 'server' && host.isSiteServer);
                if (shared) {
                    const other = active.get(shared)!;
                    context.report('activeToo', {
                        at,
                        args: { site: site.code, host: shared.name },
                        because: () => [hasRole(point), hasRole(other), runsOn(point, shared), runsOn(other, shared)],
                        related: [{ of: other, part: 'state', message: `The active software update point on ${other.host.name}` }],
                        fixes: () => [moveAway(context.hierarchy, point), ...merge(context.hierarchy, point, other), remove(point)]
                    });
                } else if (siteServer) {
                    context.report('siteServer', {
                        at,
                        because: () => [hasRole(point), isSiteServer(siteServer)],
                        args: { site: site.code, server: siteServer.name },
                        fixes: () => [
                            moveAway(context.hierarchy, point),
                            { title: `Make the software update point on ${point.host.name} inactive`, edits: [setHead(point, 'state', 'inactive')] },
                            remove(point)
                        ]
                    });
                }
            }
        }
    }
});

/** Moves the role unchanged to a new server, with WSUS and with the Internet FQDN that clients use. */
function moveAway(hierarchy: Hierarchy, point: SoftwareUpdatePoint): Fix {
    const { host } = point;
    const name = freeServerName(hierarchy, host.site, 'DMZ');
    const ssl = modeOf(hierarchy, host.site) === 'native' || usesSsl(point) === true;
    const internetFqdn = `internet fqdn: ${quoteString(host.internetFqdn ?? suggestedInternetFqdn(host.site))}`;
    const isNameStillUsed = host.updatePoints.some(other => other !== point && other.accepts?.includes('internet'));
    const version = versionBelow(hierarchy, activeUpdatePointOf(host.site), host.site);
    const lines = [internetFqdn, ...wsusLines(host.site, ssl, point.ports ?? wsusOf(point)?.ports, version), ...linesOf(point)];
    return {
        title: `Move the role to a new server ${name}`,
        edits: [
            takeOut(point),
            ...(isNameStillUsed ? [] : [unsetProperty(host, 'internet fqdn')]),
            insertStatement(host.site, `server ${name} {`, ...lines.map(line => `  ${line}`), '}')
        ]
    };
}

/** Makes the active software update point serve all clients, which native mode allows. */
function merge(hierarchy: Hierarchy, point: SoftwareUpdatePoint, active: SoftwareUpdatePoint): readonly Fix[] {
    return modeOf(hierarchy, point.host.site) === 'native'
        ? [{ title: `Make the active one on ${active.host.name} accept clients from the Internet instead`, edits: [removeStatement(point), setProperty(active, 'accepts', 'intranet, internet'), ...nameOnInternet(active.host, point.host.internetFqdn)] }]
        : [];
}

function remove(point: SoftwareUpdatePoint): Fix {
    return { title: `Remove the Internet-based software update point from ${point.host.name}`, edits: [removeStatement(point)] };
}
