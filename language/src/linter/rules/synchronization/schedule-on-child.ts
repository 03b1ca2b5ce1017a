import { activeUpdatePointOf, synchronizationRootAbove, scheduleText, type Site, type Synchronization } from '@sup/model';
import { insertStatement, setProperty } from '../../edits/edit.js';
import { removeProperties } from '../../edits/list-edits.js';
import { reportsUpTo } from '../../explain/facts/sites.js';
import { isFirstWithRole } from '../../explain/facts/synchronization.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { isIntervalAllowed } from '../../rule-helpers/schedule-interval.js';
import { mayHaveOwnSource } from '../../rule-helpers/settings-of-child.js';

const severity = { severity: 'warning', because: 'The product does not have the setting on this site; the site synchronizes after its parent nevertheless.' } as const;

export default defineRule({
    id: 'schedule-on-child',
    since: '0.1.0',
    summary: 'Only the site at the top of synchronization has a schedule.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['New Site Role Wizard: Synchronization Schedule', 'About Software Updates Synchronization'],
    messages: {
        scheduled: ({ site, schedule, root }: { site: string; schedule: string; root: string }) => ({
            what: `A schedule is planned for ${site} (\`${schedule}\`), but ${site} is below ${root}, the top of synchronization.`,
            why: `Only the top has a schedule. ${site} synchronizes whenever its parent site has finished, so this schedule has no effect.`,
            todo: `Remove the schedule, or move it to ${root}.`
        }),
        manual: ({ site, root }: { site: string; root: string }) => ({
            what: `${site} is planned to be synchronized manually, but it is below ${root}, the top of synchronization.`,
            why: `An administrator can start a synchronization only at the top. ${site} synchronizes whenever its parent site has finished.`,
            todo: 'Remove the schedule.'
        })
    },
    severities: { scheduled: severity, manual: severity },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const [settings] = site.synchronizations;
            const schedule = settings?.schedule;
            const root = schedule && !mayHaveOwnSource(settings) ? synchronizationRootAbove(context.hierarchy, site) : undefined;
            if (!root || !schedule) {
                return;
            }
            const [target] = root.synchronizations;
            const written = scheduleText(schedule);
            const isMovable = schedule.kind !== 'manual' && isIntervalAllowed(schedule) && !(target?.schedule && scheduleText(target.schedule) === written);
            context.report(schedule.kind === 'manual' ? 'manual' : 'scheduled', {
                at: { of: settings, part: 'schedule' },
                args: { site: site.code, schedule: written, root: root.code },
                related: [target ? { of: target, part: 'schedule', message: `The settings of ${root.code}, which apply to ${site.code}` } : { of: root, part: 'name', message: `${root.code} is the top of synchronization` }],
                because: () => [
                    ...reportsUpTo(context.hierarchy, site, root),
                    ...isFirstWithRole(root, activeUpdatePointOf(root)),
                    { text: 'Only the site that synchronizes from Microsoft Update has a schedule; the others follow their parent.', source: 'New Site Role Wizard: Synchronization Schedule' },
                    { text: `The plan of ${site.code} states the schedule \`${written}\`.`, at: { of: settings, part: 'schedule' } }
                ],
                fixes: () => [
                    { title: `Remove the schedule of ${site.code}`, edits: removeProperties(settings, ['schedule']) },
                    ...isMovable ? [moveSchedule(settings, root, written)] : []
                ]
            });
        }
    }
});

function moveSchedule(settings: Synchronization, root: Site, written: string): Fix {
    const [target] = root.synchronizations;
    const set = target ? setProperty(target, 'schedule', written) : insertStatement(root, 'synchronization {', `  schedule: ${written}`, '}');
    return { title: `Move the schedule to ${root.code}`, edits: [...removeProperties(settings, ['schedule']), set] };
}
