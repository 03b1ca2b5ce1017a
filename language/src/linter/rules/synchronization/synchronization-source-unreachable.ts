import { activeUpdatePointsOf, blockedFrom, internetUpdatePointsOf, isPrimarySite, isUnknown, microsoftUpdate, type SoftwareUpdatePoint, soundParentOf, sourceOf, upstreamOf } from '@sup/model';
import type { Edit } from '../../edits/edit.js';
import { importText } from '../../edits/import-edits.js';
import { setProperties } from '../../edits/property-edits.js';
import { disconnect } from '../../edits/synchronization-edits.js';
import { letReach } from '../../edits/reach-edits.js';
import { cannotReach } from '../../explain/facts/reachability.js';
import { hasRole } from '../../explain/facts/roles.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { isFirstWithRole, synchronizesFromParent } from '../../explain/facts/synchronization.js';
import { defineRule, type Fix, type RuleContext } from '../../define-rule.js';
import { isSurelySynchronizationRoot } from '../../rule-helpers/synchronization-root.js';

/** Minutes between the imports of a new plan: the default interval of a schedule. */
const importInterval = 7 * 24 * 60;

const messages = {
    upstream: ({ server, upstream }: { server: string; upstream: string }) => ({
        what: `${server} synchronizes from ${upstream}, but the plan states that it cannot reach ${upstream}.`,
        why: 'WSUS fetches updates from its upstream server over HTTP or HTTPS. Without this connection every synchronization fails, and no site below gets new updates.',
        todo: 'Open the connection, or plan exports and imports.'
    }),
    microsoftUpdate: ({ server }: { server: string }) => ({
        what: `${server} is at the top of synchronization, but the plan states that it cannot reach Microsoft Update.`,
        why: 'The top software update point of Configuration Manager 2007 synchronizes from Microsoft Update. Without this connection every synchronization fails, and no site gets new updates.',
        todo: 'Open the connection, or plan a proxy server that has it.'
    })
};
type Context = RuleContext<typeof messages>;

export default defineRule({
    id: 'synchronization-source-unreachable',
    since: '0.1.0',
    summary: 'Every software update point can reach the source from which it synchronizes.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['How to Configure a Firewall for Software Updates', 'Software Update Point Component Properties: Sync Settings Tab'],
    messages,
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [point, ...others] = activeUpdatePointsOf(site);
            const [settings] = site.synchronizations;
            if (!point || others.length > 0 || isUnknown(settings, 'source')) {
                return;
            }
            const source = sourceOf(hierarchy, site)?.kind;
            const upstream = soundParentOf(hierarchy, site) && upstreamOf(hierarchy, site);
            if (source !== 'none' && source !== 'microsoft-update' && upstream) {
                checkUpstream(context, point, upstream, isPrimarySite(site) ? () => disconnect(site, { every: importInterval, from: upstream.host.name }) : undefined);
            } else if (source === 'microsoft-update' && isSurelySynchronizationRoot(hierarchy, site)) {
                checkMicrosoftUpdate(context, point);
            }
            for (const internet of isPrimarySite(site) ? internetUpdatePointsOf(site) : []) {
                if (internet.source !== 'none' && !isUnknown(internet, 'source')) {
                    checkUpstream(context, internet, point, () => setProperties(internet, { source: 'none', import: importText({ every: importInterval, from: point.host.name }) }));
                }
            }
        }
    }
});

/** A proxy server may have the connection that the software update point itself lacks. */
function checkUpstream(context: Context, point: SoftwareUpdatePoint, upstream: SoftwareUpdatePoint, importInstead: (() => readonly Edit[]) | undefined): void {
    const blocked = point.proxy ? undefined : blockedFrom(point, upstream);
    if (blocked) {
        context.report('upstream', {
            at: { of: blocked.of, part: 'cannot reach', index: blocked.of.cannotReach!.indexOf(blocked.names[0]!) },
            args: { server: point.host.name, upstream: upstream.host.name },
            because: () => [
                hasRole(point),
                ...point.host.site === upstream.host.site ? [] : [reportsTo(point.host.site, upstream.host.site)],
                hasRole(upstream),
                point.state === 'internet'
                    ? { text: 'The Internet-based software update point synchronizes from the active one of its site.', source: 'Software Update Point Component Properties: Internet-Based Tab' }
                    : synchronizesFromParent(point.host.site, upstream.host.site),
                ...cannotReach(blocked.of, blocked.names)
            ],
            related: [{ of: upstream, part: 'state', message: `The software update point that it synchronizes from, on ${upstream.host.name}` }],
            fixes: (): readonly Fix[] => [
                letReach(blocked.of, blocked.names),
                ...importInstead ? [{ title: `Update ${point.host.name} by export and import`, edits: importInstead() }] : []
            ]
        });
    }
}

function checkMicrosoftUpdate(context: Context, point: SoftwareUpdatePoint): void {
    const blocked = point.proxy ? undefined : blockedFrom(point, microsoftUpdate);
    if (blocked) {
        context.report('microsoftUpdate', {
            at: { of: blocked.of, part: 'cannot reach', index: blocked.of.cannotReach!.indexOf(microsoftUpdate) },
            args: { server: point.host.name },
            because: () => [...isFirstWithRole(point.host.site, point), ...cannotReach(blocked.of, blocked.names)],
            related: [{ of: point, part: 'state', message: 'The top software update point' }],
            fixes: () => [letReach(blocked.of, blocked.names)]
        });
    }
}
