import { unsetProperty } from '../../edits/edit.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'reporting-events-enabled',
    since: '0.1.0',
    summary: 'Clients report no events to WSUS.',
    category: 'synchronization',
    reach: 'segment',
    sources: ['Software Update Point Component Properties: Sync Settings Tab', 'Planning for Software Updates (later releases)'],
    messages: {
        enabled: ({ site, events }: { site: string; events: 'status' | 'all' }) => ({
            what: `The clients of ${site} are planned to report ${events === 'all' ? 'all events' : 'status events'} to WSUS.`,
            why: 'Configuration Manager does not use these events; it gets the state of updates from state messages. Without them, clients contact WSUS only to scan.',
            todo: 'Remove the property, unless another tool evaluates the events.'
        })
    },
    severities: {
        enabled: { severity: 'hint', because: 'The events only add load, and another tool may need them.' }
    },
    fixable: 'quickfix',
    checks: {
        synchronization(settings, context) {
            const { site, reportingEvents: events } = settings;
            if (events === 'status' || events === 'all') {
                context.report('enabled', {
                    at: { of: settings, part: 'reporting events' },
                    args: { site: site.code, events },
                    fixes: () => [{ title: 'Remove `reporting events`, which is `none` by default', edits: [unsetProperty(settings, 'reporting events')] }]
                });
            }
        }
    }
});
