import { activeUpdatePointsOf, blockingNames, clustersWith, isBalanced, nodesOf } from '@sup/model';
import { removeStatement } from '../../edits/edit.js';
import { hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';
import { hasUnreadableState } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'inactive-sup-spare',
    since: '0.1.0',
    summary: 'No software update point is inactive beside the active one of its site.',
    category: 'coverage',
    reach: 'segment',
    sources: ['Software Update Point Component Properties: General Tab', 'About the Software Update Point'],
    messages: {
        spare: ({ site, host, active }: { site: string; host: string; active: string }) => ({
            what: `The software update point on ${host} is inactive; the active one of ${site} is on ${active}.`,
            why: 'An inactive role does nothing, and does not take over if the active one fails: an administrator has to choose it first.',
            todo: 'Remove the role, or keep it as a spare and allow this finding.'
        })
    },
    severities: {
        spare: { severity: 'hint', because: 'A spare may be planned on purpose.' }
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { host, state } = point;
            const { site } = host;
            const [active] = activeUpdatePointsOf(site);
            // The nodes of a cluster have the role too; `nlb-single-node` reports a cluster that has lost its other nodes.
            const isNode = host.element === 'server' && clustersWith(host).some(cluster => cluster.updatePoints.length > 0);
            // It may be meant as a node whose name is wrong; `unknown-server` reports that.
            const isLost = site.clusters.some(cluster => cluster.updatePoints.length > 0 && (!isBalanced(cluster) || nodesOf(cluster).length < new Set(cluster.nodes).size));
            // `clients-cannot-reach-sup` reports clients that the role may have been meant for.
            const isMeantForOthers = active && [site, ...site.clientGroups].some(({ cannotReach }) => blockingNames(cannotReach ?? [], active).length > 0);
            if (state !== 'inactive' || !active || active.host === host || isNode || isLost || isMeantForOthers || hasUnreadableState(point)) {
                return;
            }
            context.report('spare', {
                at: { of: point, part: 'state' },
                args: { site: site.code, host: host.name, active: active.host.name },
                because: () => [
                    hasRole(active), hasRole(point),
                    { text: 'Only the active and the Internet-based software update point synchronize and serve clients.', source: 'Software Update Point Component Properties: General Tab' }
                ],
                related: [{ of: active, part: 'state', message: `The active software update point of ${site.code}` }],
                fixes: () => [{ title: `Remove the software update point from ${host.name}`, edits: [removeStatement(point)] }]
            });
        }
    }
});
