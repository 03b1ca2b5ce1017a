import { activeUpdatePointsOf, internetUpdatePointsOf, isPrimarySite, modeOf, serversOf, type SoftwareUpdatePoint } from '@sup/model';
import { setHead, setProperty } from '../../edits/edit.js';
import { nameOnInternet, suggestedInternetFqdn } from '../../edits/suggested-names.js';
import type { Fact } from '../../explain/fact.js';
import { acceptsClients, hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';
import { isWritten } from '../../../analysis/unreadable.js';

const why = 'Clients on the Internet find the software update point under its Internet FQDN, which needs a public DNS entry.';

export default defineRule({
    id: 'internet-sup-missing-fqdn',
    since: '0.1.0',
    summary: 'A server or cluster that accepts clients from the Internet has an Internet FQDN.',
    category: 'roles',
    reach: 'segment',
    sources: ['Prerequisites for Internet-Based Client Management', 'Software Update Point Component Properties: Internet-Based Tab'],
    messages: {
        internetBased: ({ site, host }: { site: string; host: string }) => ({
            what: `${host} is the Internet-based software update point of ${site}, but has no Internet FQDN.`,
            why,
            todo: `Plan an \`internet fqdn\` for ${host}.`
        }),
        shared: ({ site, host }: { site: string; host: string }) => ({
            what: `The active software update point of ${site} on ${host} accepts clients from the Internet, but ${host} has no Internet FQDN.`,
            why,
            todo: `Plan an \`internet fqdn\` for ${host}, or accept the intranet only.`
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { host, state } = point;
            const { site } = host;
            if (host.internetFqdn !== undefined || isWritten(host, 'internet fqdn') || !isPrimarySite(site) || modeOf(context.hierarchy, site) === 'mixed' || !isForInternet(point)) {
                return;
            }
            const name = suggestedInternetFqdn(site);
            const plan = { title: `Plan the Internet FQDN ${name} for ${host.name}`, edits: nameOnInternet(host, name) };
            const args = { site: site.code, host: host.name };
            const because = (): readonly Fact[] => [
                hasRole(point), ...state === 'internet' ? [] : [acceptsClients(point)],
                { text: `The plan of ${host.name} has no \`internet fqdn\`.`, at: { of: host } },
                { text: 'Site systems for clients on the Internet have an Internet FQDN with a public DNS entry.', source: 'Prerequisites for Internet-Based Client Management' }
            ];
            if (state === 'internet') {
                const isInactive = { title: `Make the software update point on ${host.name} inactive`, edits: [setHead(point, 'state', 'inactive')] };
                context.report('internetBased', { at: { of: point, part: 'state' }, args, because, fixes: () => [plan, isInactive] });
            } else {
                const intranetOnly = { title: `Make the software update point on ${host.name} accept the intranet only`, edits: [setProperty(point, 'accepts', 'intranet')] };
                context.report('shared', { at: { of: point, part: 'accepts' }, args, because, fixes: () => [plan, intranetOnly] });
            }
        }
    }
});

/** Whether clients on the Internet are to use a role. If it cannot have them, or if there are several such roles, another rule reports that. */
function isForInternet(point: SoftwareUpdatePoint): boolean {
    const { site } = point.host;
    const separate = internetUpdatePointsOf(site);
    if (point.state !== 'internet') {
        return point.state === 'active' && point.accepts?.includes('internet') === true && separate.length === 0 && activeUpdatePointsOf(site).length === 1;
    }
    if (separate.length !== 1) {
        return false;
    }
    const others = new Set(activeUpdatePointsOf(site).flatMap(active => [active.host, ...serversOf(active)]));
    return [point.host, ...serversOf(point)].every(host => !others.has(host) && !(host.element === 'server' && host.isSiteServer));
}
