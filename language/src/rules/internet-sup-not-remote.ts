import { modeOf, type SoftwareUpdatePoint, type Hierarchy } from '@sup/model';
import { insertStatement, removeStatement, setHead } from '../edits/edit.js';
import { freeServerName, roleLine, wsusLines } from '../edits/role-edits.js';
import { defineRule, type Fix } from '../shelf/define-rule.js';

export default defineRule({
    id: 'internet-sup-not-remote',
    since: '0.1.0',
    summary: 'The Internet-based software update point stands on a server of its own.',
    category: 'roles',
    reach: 'segment',
    sources: ['Software Update Point Component Properties: Internet-Based Tab'],
    messages: {
        siteServer: ({ site, host }: { site: string; host: string }) => ({
            what: `${host} is the Internet-based software update point of ${site} and its site server.`,
            why: 'The documentation demands a server that is remote from the site server and from the active software update point.',
            todo: 'Plan it on another site system.'
        }),
        activeToo: ({ site, host }: { site: string; host: string }) => ({
            what: `${host} is the Internet-based software update point of ${site} and its active one.`,
            why: 'The documentation demands a server that is remote from the site server and from the active software update point.',
            todo: 'Plan it on another site system, or let the active one accept clients from the Internet.'
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { host } = point;
            const site = host.site;
            if (point.state !== 'internet' || host.element !== 'server' || site.kind === 'secondary') {
                return;
            }
            const args = { site: site.code, host: host.name };
            const at = { of: point, part: 'state' };
            const active = host.updatePoints.find(other => other.state === 'active');
            if (active) {
                context.report('activeToo', {
                    at, args,
                    related: [{ of: active, part: 'state', message: `The active software update point on ${host.name}` }],
                    fixes: () => [moveAway(context.hierarchy, point), { title: 'Remove the Internet-based software update point', edits: [removeStatement(point)] }]
                });
            } else if (host.isSiteServer) {
                context.report('siteServer', {
                    at, args,
                    fixes: () => [moveAway(context.hierarchy, point), { title: `Make the software update point on ${host.name} inactive`, edits: [setHead(point, 'state', 'inactive')] }]
                });
            }
        }
    }
});

/** A new server for the role, with what the role needs there. */
function moveAway(hierarchy: Hierarchy, point: SoftwareUpdatePoint): Fix {
    const site = point.host.site;
    const name = freeServerName(site, 'DMZ');
    const ssl = modeOf(hierarchy, site) === 'native';
    const internetFqdn = point.host.internetFqdn === undefined ? [] : [`  internet fqdn: "${point.host.internetFqdn}"`];
    const lines = [`server ${name} {`, ...internetFqdn, ...[...wsusLines(site, ssl), roleLine('internet', ssl)].map(line => `  ${line}`), '}'];
    return { title: `Move the role to a new server ${name}`, edits: [removeStatement(point), insertStatement(site, ...lines)] };
}
