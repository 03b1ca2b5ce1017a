import { synchronizationRootAbove, counted, releaseFacts, scheduleText } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { defineRule } from '../../define-rule.js';
import { isIntervalAllowed, nearestAllowed } from '../../rule-helpers/schedule-interval.js';

const { hour, day, week } = releaseFacts.scheduleIntervals;

export default defineRule({
    id: 'schedule-out-of-range',
    since: '0.1.0',
    summary: 'The interval of a synchronization schedule is one that the product accepts.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['New Site Role Wizard: Synchronization Schedule'],
    messages: {
        outOfRange: ({ site, interval, unit, least, most }: { site: string; interval: string; unit: string; least: number; most: number }) => ({
            what: `${site} is planned to synchronize every ${interval}, but the interval of a schedule in ${unit}s is from ${least} to ${most}.`,
            why: `The console accepts ${hour.least} to ${hour.most} hours, ${day.least} to ${day.most} days or ${week.least} to ${week.most} weeks, so this schedule cannot be set.`,
            todo: 'Choose an interval within these limits.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            for (const settings of site.synchronizations) {
                const { schedule } = settings;
                // A schedule below the top has no effect at all, which `schedule-on-child` reports.
                if (schedule?.kind !== 'every' || isIntervalAllowed(schedule) || synchronizationRootAbove(context.hierarchy, site)) {
                    continue;
                }
                context.report('outOfRange', {
                    at: { of: settings, part: 'schedule' },
                    args: { site: site.code, interval: counted(schedule.count, schedule.unit), unit: schedule.unit, ...releaseFacts.scheduleIntervals[schedule.unit] },
                    fixes: () => nearestAllowed(schedule).map(scheduleText).map(written => ({ title: `Synchronize ${written}`, edits: [setProperty(settings, 'schedule', written)] }))
                });
            }
        }
    }
});
