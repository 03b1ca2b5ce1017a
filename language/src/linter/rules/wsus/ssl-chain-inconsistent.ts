import { activeUpdatePointsOf, contradictingSsl, type Hierarchy, modeOf, serversOf, soundParentOf, type SoftwareUpdatePoint, sourceOf, upstreamOf, usesSsl, wsusOf } from '@sup/model';
import { dropSsl, requireSsl } from '../../edits/ssl-edits.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { hasRole } from '../../explain/facts/roles.js';
import { statesSsl } from '../../explain/facts/wsus.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { isWritten } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'ssl-chain-inconsistent',
    since: '0.1.0',
    summary: 'If the software update point of a site uses SSL, those of its child sites use it too.',
    category: 'wsus',
    reach: 'graph',
    sources: ['Planning for Software Updates (later releases)', 'Troubleshoot Software Update Synchronization (later releases)'],
    messages: {
        without: ({ site, host, parent, upstream }: { site: string; host: string; parent: string; upstream: string }) => ({
            what: `The software update point of ${site} on ${host} is planned without SSL, but the one of its parent ${parent} on ${upstream}, from which it synchronizes, uses SSL.`,
            why: 'The documentation of later releases recommends SSL for the software update points of child sites if that of the parent uses it.',
            todo: 'Use SSL here too, or at neither site.'
        })
    },
    severities: {
        without: { severity: 'warning', because: 'It is a recommendation of the documentation of later releases; synchronization works.' }
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { hierarchy } = context;
            const { host, state } = point;
            const { site } = host;
            const parent = state === 'active' && usesSsl(point) !== true ? soundParentOf(hierarchy, site) : undefined;
            const above = parent ? activeUpdatePointsOf(parent) : [];
            const [upstream] = above;
            // Other rules report a role in native mode without SSL, and one that contradicts its WSUS.
            if (!parent || !upstream || !above.every(usesSsl) || modeOf(hierarchy, site) === 'native' || (sourceOf(hierarchy, site)?.kind ?? 'none') === 'none'
                || contradictingSsl(point).length > 0 || (usesSsl(point) === undefined && isReportedElsewhere(point))) {
                return;
            }
            context.report('without', {
                at: { of: point, part: 'ssl' },
                args: { site: site.code, host: host.name, parent: parent.code, upstream: upstream.host.name },
                because: () => [hasRole(point), reportsTo(site, parent), hasRole(upstream), statesSsl(upstream), statesSsl(point)],
                related: [{ of: upstream, part: 'ssl', message: `The software update point of ${parent.code} uses SSL` }],
                fixes: () => [
                    { title: `Use SSL for the software update point on ${host.name}`, edits: requireSsl(hierarchy, point) },
                    ...dropAbove(hierarchy, upstream, above.length)
                ]
            });
        }
    }
});

/** Whether the SSL setting is unknown for a reason that another rule reports. */
function isReportedElsewhere(point: SoftwareUpdatePoint): boolean {
    return !wsusOf(point) || isWritten(point, 'ssl') || serversOf(point).some(({ wsus }) => wsus && isWritten(wsus, 'ssl'));
}

/** Stops using SSL at the parent site, unless its mode or the site above it asks for SSL. */
function dropAbove(hierarchy: Hierarchy, upstream: SoftwareUpdatePoint, count: number): readonly Fix[] {
    const { site } = upstream.host;
    const above = soundParentOf(hierarchy, site) && upstreamOf(hierarchy, site);
    return count > 1 || modeOf(hierarchy, site) !== 'mixed' || (above && usesSsl(above) === true)
        ? [] : [{ title: `Do not use SSL for the software update point of ${site.code} on ${upstream.host.name}`, edits: dropSsl(hierarchy, upstream) }];
}
