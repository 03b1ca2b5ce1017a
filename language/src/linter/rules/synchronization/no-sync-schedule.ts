import { sourceOf } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { starterSchedules } from '../../edits/synchronization-edits.js';
import { defineRule } from '../../define-rule.js';
import { isSurelySynchronizationRoot } from '../../rule-helpers/synchronization-root.js';
import { isWritten } from '../../../analysis/unreadable.js';

const why = 'A synchronization that is started by hand brings only what is new since the last one; updates that have expired are taken out by scheduled ones.';
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
            what: `The synchronization settings of ${site} have no schedule, so it synchronizes only when somebody starts it.`,
            why,
            todo
        }),
        manual: ({ site }: { site: string }) => ({
            what: `${site} synchronizes only when somebody starts it (\`schedule: manual\`).`,
            why,
            todo
        })
    },
    severities: {
        missing: { severity: 'warning', because: 'A schedule is optional; the product works without one as long as somebody remembers.' },
        manual: { severity: 'warning', because: 'A schedule is optional; the product works without one as long as somebody remembers.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [settings, ...others] = site.synchronizations;
            // With another source there is no schedule to set.
            if (!settings || others.length > 0 || !isSurelySynchronizationRoot(hierarchy, site) || sourceOf(hierarchy, site).kind !== 'microsoft-update') {
                return;
            }
            const isManual = settings.schedule?.kind === 'manual';
            if (isManual || !isWritten(settings, 'schedule')) {
                context.report(isManual ? 'manual' : 'missing', {
                    at: { of: settings, part: 'schedule' },
                    args: { site: site.code },
                    fixes: () => starterSchedules.map(schedule => ({ title: `Synchronize ${schedule}`, edits: [setProperty(settings, 'schedule', schedule)] }))
                });
            }
        }
    }
});
