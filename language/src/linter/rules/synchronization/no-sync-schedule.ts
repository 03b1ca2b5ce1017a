import { activeUpdatePointOf } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { starterSchedules } from '../../edits/synchronization-edits.js';
import { isFirstWithRole } from '../../explain/facts/synchronization.js';
import { defineRule } from '../../define-rule.js';
import { surelyUsesMicrosoftUpdate } from '../../rule-helpers/synchronization-root.js';
import { isWritten } from '../../../analysis/unreadable.js';

const why = 'A manual synchronization brings only the updates that are new since the last one; expired updates are removed by scheduled ones.';
const todo = 'Plan a schedule.';

export default defineRule({
    id: 'no-sync-schedule',
    since: '0.1.0',
    summary: 'The top software update point synchronizes on a schedule.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['About Software Updates Synchronization', 'How to Synchronize Software Updates'],
    messages: {
        missing: ({ site }: { site: string }) => ({
            what: `The synchronization settings of ${site} have no schedule, so it synchronizes only when an administrator starts it.`,
            why,
            todo
        }),
        manual: ({ site }: { site: string }) => ({
            what: `${site} synchronizes only when an administrator starts it (\`schedule: manual\`).`,
            why,
            todo
        })
    },
    severities: {
        missing: { severity: 'warning', because: 'A schedule is optional; the product works without one as long as an administrator starts the synchronization.' },
        manual: { severity: 'warning', because: 'A schedule is optional; the product works without one as long as an administrator starts the synchronization.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [settings, ...others] = site.synchronizations;
            // A schedule applies only to synchronization from Microsoft Update.
            if (!settings || others.length > 0 || !surelyUsesMicrosoftUpdate(hierarchy, site)) {
                return;
            }
            const isManual = settings.schedule?.kind === 'manual';
            if (isManual || !isWritten(settings, 'schedule')) {
                context.report(isManual ? 'manual' : 'missing', {
                    at: { of: settings, part: 'schedule' },
                    because: () => [
                        ...isFirstWithRole(site, activeUpdatePointOf(site)),
                        { text: isManual ? `${site.code} is planned to synchronize only when an administrator starts it.` : `The plan of ${site.code} has no schedule.`, at: { of: settings, part: 'schedule' } }
                    ],
                    args: { site: site.code },
                    fixes: () => starterSchedules.map(schedule => ({ title: `Synchronize ${schedule}`, edits: [setProperty(settings, 'schedule', schedule)] }))
                });
            }
        }
    }
});
