import { isSameName, scheduleText, timeOfDayText } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { starterSchedules } from '../../edits/synchronization-edits.js';
import { defineRule } from '../../define-rule.js';
import { isRarerThanDaily } from '../../rule-helpers/schedule-interval.js';
import { scheduledSettingsOf } from '../../rule-helpers/synchronization-root.js';

export default defineRule({
    id: 'definition-updates-need-daily',
    since: '0.1.0',
    summary: 'If definition updates are synchronized, the schedule is a daily one.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['Planning for Software Updates (later releases)', 'New Site Role Wizard: Synchronization Schedule'],
    messages: {
        rare: ({ site, schedule }: { site: string; schedule: string }) => ({
            what: `${site} synchronizes definition updates, but only \`${schedule}\`.`,
            why: 'Definitions for protection against malware appear several times a day and are soon outdated, so clients always get old ones. The documentation of later releases recommends a daily synchronization.',
            todo: 'Synchronize every day, or leave out definition updates.'
        })
    },
    severities: {
        rare: { severity: 'hint', because: 'It is a recommendation, and of later releases: the updates do arrive.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const settings = scheduledSettingsOf(context.hierarchy, site);
            if (!settings || !isRarerThanDaily(settings.schedule) || !settings.classifications?.some(each => isSameName(each, 'Definition Updates'))) {
                return;
            }
            const { schedule } = settings;
            const daily = schedule.kind === 'manual' || schedule.at === undefined ? starterSchedules[1] : `every 1 day at ${timeOfDayText(schedule.at)}`;
            context.report('rare', {
                at: { of: settings, part: 'schedule' },
                args: { site: site.code, schedule: scheduleText(schedule) },
                fixes: () => [{ title: `Synchronize ${daily}`, edits: [setProperty(settings, 'schedule', daily)] }]
            });
        }
    }
});
