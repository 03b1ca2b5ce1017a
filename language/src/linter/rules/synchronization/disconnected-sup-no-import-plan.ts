import { activeUpdatePointOf, internetUpdatePointsOf, isPrimarySite, type Hierarchy, type Site, sourceOf, soundParentOf, synchronizationRootAbove, upstreamOf } from '@sup/model';
import { insertStatement, setProperty } from '../../edits/edit.js';
import { importText } from '../../edits/import-edits.js';
import type { Fact } from '../../explain/fact.js';
import { hasRole } from '../../explain/facts/roles.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { statesSource } from '../../explain/facts/synchronization.js';
import { defineRule } from '../../define-rule.js';
import { isWritten } from '../../../analysis/unreadable.js';

const dayMinutes = 24 * 60;
/** The default interval of a schedule in the console. */
const defaultInterval = 7 * dayMinutes;

const why = 'Without a connection to its source, a software update point gets new updates only when an administrator exports them there and imports them here. The documentation advises to do so as often as the source synchronizes.';
const severity = { severity: 'warning', because: 'The imports may be planned in another document; the software update point works without a statement of them.' } as const;

const updatedByImport: Fact = { text: 'A software update point without a connection to its source is updated with an export of WSUS there and an import here.', source: 'How to Synchronize Updates Using Export and Import' };

export default defineRule({
    id: 'disconnected-sup-no-import-plan',
    since: '0.1.0',
    summary: 'The plan states how often a software update point without a connection to its source imports updates.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['How to Synchronize Updates Using Export and Import'],
    messages: {
        active: ({ site, upstream }: { site: string; upstream: string }) => ({
            what: `The source of ${site} is planned as \`none\`, but no imports are planned.`,
            why,
            todo: `Plan imports from ${upstream}, the software update point of the parent site, or synchronize from the parent site.`
        }),
        internet: ({ server, active }: { server: string; active: string }) => ({
            what: `The source of the Internet-based software update point on ${server} is planned as \`none\`, but no imports are planned.`,
            why,
            todo: `Plan imports from ${active}, the active software update point of the site, or synchronize from it.`
        })
    },
    severities: { active: severity, internet: severity },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const active = activeUpdatePointOf(site);
            const [settings] = site.synchronizations;
            // `disconnected-secondary` reports secondary sites, and `root-source-not-microsoft-update` the top.
            if (!active || !isPrimarySite(site)) {
                return;
            }
            const upstream = soundParentOf(hierarchy, site) && upstreamOf(hierarchy, site);
            if (upstream && settings?.source?.kind === 'none' && !isWritten(settings, 'import')) {
                const plan = importText({ every: intervalFor(hierarchy, site), from: upstream.host.name });
                context.report('active', {
                    at: { of: settings, part: 'source' },
                    args: { site: site.code, upstream: upstream.host.name },
                    because: () => [hasRole(active), statesSource(site, settings), reportsTo(site, upstream.host.site), hasRole(upstream), updatedByImport],
                    related: [{ of: upstream, part: 'state', message: 'The software update point whose updates can be exported' }],
                    fixes: () => [
                        { title: `Import ${plan}`, edits: [insertStatement(settings, `import: ${plan}`)] },
                        { title: `Synchronize ${site.code} from its parent site`, edits: [setProperty(settings, 'source', 'parent site')] }
                    ]
                });
            }
            for (const point of internetUpdatePointsOf(site)) {
                if (point.source !== 'none' || isWritten(point, 'import')) {
                    continue;
                }
                const plan = importText({ every: intervalFor(hierarchy, site), from: active.host.name });
                context.report('internet', {
                    at: { of: point, part: 'source' },
                    args: { server: point.host.name, active: active.host.name },
                    because: () => [hasRole(point), { text: `The software update point on ${point.host.name} is planned without a source.`, at: { of: point, part: 'source' } }, hasRole(active), updatedByImport],
                    related: [{ of: active, part: 'state', message: 'The software update point whose updates can be exported' }],
                    fixes: () => [
                        { title: `Import ${plan}`, edits: [insertStatement(point, `import: ${plan}`)] },
                        { title: `Synchronize ${point.host.name} from ${active.host.name}`, edits: [setProperty(point, 'source', 'active software update point')] }
                    ]
                });
            }
        }
    }
});

/** The interval of imports that matches the schedule of the top, in minutes: whole days or hours. */
function intervalFor(hierarchy: Hierarchy, site: Site): number {
    const root = synchronizationRootAbove(hierarchy, site) ?? site;
    const schedule = sourceOf(hierarchy, root)?.kind === 'microsoft-update' ? root.synchronizations[0]?.schedule : undefined;
    const unitMinutes = { hour: 60, day: dayMinutes, week: 7 * dayMinutes };
    return schedule?.kind === 'every' ? schedule.count * unitMinutes[schedule.unit] : defaultInterval;
}
