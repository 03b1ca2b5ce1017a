import { assumptions, counted } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { defineRule } from '../../define-rule.js';
import { scheduledSettingsOf } from '../../rule-helpers/synchronization-root.js';

const retryMinutes = assumptions.retryInterval.default;
/** Intervals that leave time for a retry. */
const longer = ['every 4 hours', 'every 12 hours', 'every 1 day at 02:07'] as const;

export default defineRule({
    id: 'retry-longer-than-schedule',
    since: '0.1.0',
    summary: 'The schedule leaves time for a failed synchronization to be retried.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['Troubleshoot Software Update Synchronization (later releases)', 'SCOM Alert WSUS (a case with Microsoft support, 2011)'],
    messages: {
        short: ({ site }: { site: string }) => ({
            what: `${site} is planned to synchronize every hour, but a failed synchronization is retried only after ${counted(retryMinutes, 'minute')}.`,
            why: 'The retry comes no earlier than the next scheduled synchronization, and a full one alone can take most of an hour, so one run follows the other without a pause.',
            todo: 'Choose a longer interval.'
        })
    },
    severities: {
        short: { severity: 'hint', because: 'The schedule works; the duration until a retry is documented for later releases only.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const settings = scheduledSettingsOf(context.hierarchy, site);
            const schedule = settings?.schedule;
            if (!settings || schedule?.kind !== 'every' || schedule.unit !== 'hour' || schedule.count * 60 > retryMinutes) {
                return;
            }
            context.report('short', {
                at: { of: settings, part: 'schedule' },
                args: { site: site.code },
                fixes: () => longer.map(written => ({ title: `Synchronize ${written}`, edits: [setProperty(settings, 'schedule', written)] }))
            });
        }
    }
});
