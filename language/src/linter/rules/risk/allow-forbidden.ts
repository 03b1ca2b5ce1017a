import { removeStatement } from '../../edits/edit.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'allow-forbidden',
    since: '0.1.0',
    summary: 'An `allow` names a rule whose findings may be accepted.',
    category: 'risk',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        noRisk: ({ rule }: { rule: string }) => ({
            what: `Findings of \`${rule}\` cannot be accepted.`,
            why: 'They are about how the plan is written, or about an accepted risk itself: what cannot be read is not part of the plan, whoever accepts it.',
            todo: 'Take the line out, and mend what the rule finds.'
        }),
        forbidden: ({ rule }: { rule: string }) => ({
            what: `The settings of this workspace do not let \`${rule}\` be accepted.`,
            why: '`neverAllow` in `sup.config.json` names it, so its findings are shown in spite of this line.',
            todo: 'Take the line out, and mend what the rule finds.'
        })
    },
    fixable: 'quickfix',
    checks: {
        risk({ allow, inert }, context) {
            if (inert === 'no-risk' || inert === 'forbidden') {
                context.report(inert === 'no-risk' ? 'noRisk' : 'forbidden', {
                    at: { of: allow, part: 'rule' },
                    args: { rule: allow.rule ?? '' },
                    fixes: () => [{ title: 'Remove this `allow`', edits: [removeStatement(allow)] }]
                });
            }
        }
    }
});
