import { activeUpdatePointOf, modeOf, nearestPrimaryAncestor, type Hierarchy, hostsOf, internetUpdatePointsOf, type SoftwareUpdatePoint } from '@sup/model';
import { moveStatement, removeStatement, setHead } from '../../edits/edit.js';
import { hasKind, reportsUpTo } from '../../explain/facts/sites.js';
import { hasRole } from '../../explain/facts/roles.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { isSurelySecondary } from '../../rule-helpers/secondary-sites.js';

export default defineRule({
    id: 'internet-sup-on-secondary',
    since: '0.1.0',
    summary: 'A secondary site has no Internet-based software update point.',
    category: 'roles',
    reach: 'graph',
    sources: ['About the Software Update Point', 'Overview of Internet-Based Client Management'],
    messages: {
        onSecondary: ({ site, host, primary }: { site: string; host: string; primary: string | undefined }) => ({
            what: `${host} is the Internet-based software update point of ${site}, which is a secondary site.`,
            why: 'The console offers this, but it is not supported, and no client will ever use it: clients on the Internet use only site systems of their assigned primary site.',
            todo: primary === undefined ? 'Remove the role.' : `Remove the role, or assign it to a server of ${primary}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const site = point.host.site;
            if (point.state !== 'internet' || !isSurelySecondary(context.hierarchy, site)) {
                return;
            }
            const primary = nearestPrimaryAncestor(context.hierarchy, site);
            const canHaveRole = primary && modeOf(context.hierarchy, primary) !== 'mixed';
            context.report('onSecondary', {
                at: { of: point, part: 'state' },
                args: { site: site.code, host: point.host.name, primary: canHaveRole ? primary.code : undefined },
                because: () => [hasKind(site), hasRole(point), ...primary ? [...reportsUpTo(context.hierarchy, site, primary), hasKind(primary)] : []],
                related: primary ? [{ of: primary, message: `${primary.code} is the primary site above it` }] : [],
                fixes: () => [
                    { title: `Remove the Internet-based software update point from ${point.host.name}`, edits: [removeStatement(point)] },
                    { title: `Make the software update point on ${point.host.name} inactive`, edits: [setHead(point, 'state', 'inactive')] },
                    ...moveUp(context.hierarchy, point)
                ]
            });
        }
    }
});

/** Moves the server to the primary site, if it exists for this role only and the primary site can have an Internet-based software update point. */
function moveUp(hierarchy: Hierarchy, point: SoftwareUpdatePoint): readonly Fix[] {
    const { host } = point;
    const primary = nearestPrimaryAncestor(hierarchy, host.site);
    const isDedicated = host.element === 'server' && !host.isSiteServer && host.internetFqdn !== undefined && host.updatePoints.length === 1
        && !host.site.clusters.some(cluster => cluster.nodes.includes(host.name));
    const active = primary && activeUpdatePointOf(primary);
    const isFree = active && !active.accepts?.includes('internet') && internetUpdatePointsOf(primary).length === 0
        && hostsOf(primary).every(other => other.name !== host.name);
    return primary && isDedicated && isFree && modeOf(hierarchy, primary) === 'native'
        ? [{ title: `Move ${host.name} with its role to ${primary.code}`, edits: [moveStatement(host, primary)] }]
        : [];
}
