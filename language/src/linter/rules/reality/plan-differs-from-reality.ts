import { defineRule } from '../../define-rule.js';

const why = 'The plan describes a hierarchy that differs from the real one here, so findings and simulations of the plan may not apply to it.';
const todo = 'Change the real hierarchy, take over its value into the plan, or accept the difference with `allow`.';

interface Found {
    readonly subject: string;
    readonly planned: string;
    readonly found: string;
    readonly when: string;
}

export default defineRule({
    id: 'plan-differs-from-reality',
    since: '0.1.0',
    summary: 'The plan describes the real hierarchy that was exported.',
    category: 'reality',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        differs: ({ subject, planned, found, when }: Found) => ({ what: `${subject}: planned ${planned}; ${found} ${when}.`, why, todo }),
        moved: ({ subject, planned, found, when }: Found) => ({
            what: `${subject} is planned at ${planned}, and was at ${found} ${when}.`, why,
            todo: 'Move it in the real hierarchy or in the plan, or accept the difference with `allow`.'
        }),
        notPlanned: ({ subject, when }: Pick<Found, 'subject' | 'when'>) => ({
            what: `${subject} is not in the plan, but was found ${when}.`, why,
            todo: 'Add it to the plan, remove it from the real hierarchy, or accept the difference with `allow`.'
        }),
        notFound: ({ subject, when }: Pick<Found, 'subject' | 'when'>) => ({
            what: `${subject} is in the plan, but was not found ${when}.`, why,
            todo: 'Correct its name, remove it from the plan, or accept the difference with `allow`.'
        }),
        notYetFound: ({ subject, when }: Pick<Found, 'subject' | 'when'>) => ({
            what: `${subject} is in the plan, but was not found ${when}.`, why: 'It is planned ahead, or the plan still has something that was removed.',
            todo: 'If it was removed, remove it from the plan. If it is planned ahead, accept the difference with `allow` until the day on which it should exist.'
        })
    },
    severities: {
        notYetFound: { severity: 'information', because: 'Plans are made ahead of the real hierarchy.' }
    },
    fixable: 'suggestion',
    checks: {
        difference({ kind, at, subject, planned = '', found = '', when, takeOver }, context) {
            context.report(kind, {
                at, args: { subject, planned, found, when },
                fixes: () => takeOver ? [{ title: takeOver.title, edits: takeOver.edits(), isGuess: true }] : []
            });
        }
    }
});
