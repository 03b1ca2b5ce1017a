import { scheduleText, timeOfDayText } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { defineRule } from '../../define-rule.js';
import { scheduledSettingsOf } from '../../rule-helpers/synchronization-root.js';

/** The minute at which Microsoft support advised to start. */
const advisedMinute = 7;

export default defineRule({
    id: 'schedule-on-the-hour',
    since: '0.1.0',
    summary: 'The scheduled synchronization does not start on the hour.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['SCOM Alert WSUS (a case with Microsoft support, 2011)'],
    messages: {
        onTheHour: ({ site, time, advised }: { site: string; time: string; advised: string }) => ({
            what: `${site} is planned to synchronize at ${time}, on the hour.`,
            why: 'WSUS Synchronization Manager reports that it is alive in the first minutes of each hour. If a run that starts on the hour lasts until the next one, monitoring takes the component for hung.',
            todo: `Start a few minutes later, at ${advised}.`
        })
    },
    severities: {
        onTheHour: { severity: 'hint', because: 'Only the monitoring is wrong, and only if a synchronization takes about an hour; the advice comes from a single case.' }
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const settings = scheduledSettingsOf(context.hierarchy, site);
            const schedule = settings?.schedule;
            if (!settings || !schedule || schedule.kind === 'manual' || schedule.at === undefined || schedule.at % 60 !== 0) {
                return;
            }
            const at = schedule.at + advisedMinute;
            context.report('onTheHour', {
                at: { of: settings, part: 'schedule' },
                args: { site: site.code, time: timeOfDayText(schedule.at), advised: timeOfDayText(at) },
                fixes: () => [{ title: `Start at ${timeOfDayText(at)}`, edits: [setProperty(settings, 'schedule', scheduleText({ ...schedule, at }))] }]
            });
        }
    }
});
