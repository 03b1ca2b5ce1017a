import { removeStatement } from '../../edits/edit.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'allow-forbidden',
    since: '0.1.0',
    summary: 'An `allow` names a rule whose findings can be accepted.',
    category: 'risk',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        noRisk: ({ rule }: { rule: string }) => ({
            what: `Findings of \`${rule}\` cannot be accepted.`,
            why: 'They are about how the plan is written, or about accepted risks themselves: text that cannot be read is not part of the plan, even if it is accepted.',
            todo: 'Remove the line, and fix the findings of the rule.'
        }),
        forbidden: ({ rule }: { rule: string }) => ({
            what: `The settings of this workspace do not allow findings of \`${rule}\` to be accepted.`,
            why: '`neverAllow` in `sup.config.json` names the rule, so its findings are shown despite this line.',
            todo: 'Remove the line, and fix the findings of the rule.'
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
