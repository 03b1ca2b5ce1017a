import { removeStatement } from '../../edits/edit.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'allow-unused',
    since: '0.1.0',
    summary: 'An `allow` accepts an existing finding.',
    category: 'risk',
    reach: 'graph',
    sources: ['The .sup language'],
    messages: {
        nothing: ({ rule }: { rule: string }) => ({
            what: `\`${rule}\` finds nothing that this \`allow\` accepts.`,
            why: 'The risk is gone, or is accepted elsewhere; if the line stays here, it will hide the next finding of the rule.',
            todo: 'Remove the line.'
        }),
        ended: ({ rule, until }: { rule: string; until: string }) => ({
            what: `The risk \`${rule}\` was accepted until ${until}, and that date has passed.`,
            why: 'The line no longer accepts anything, so the findings of the rule are shown again.',
            todo: 'Remove the line, and fix the findings of the rule.'
        })
    },
    fixable: 'quickfix',
    checks: {
        risk({ allow, inert, silenced }, context) {
            if (inert === 'ended' || (inert === undefined && silenced.length === 0)) {
                context.report(inert === 'ended' ? 'ended' : 'nothing', {
                    at: { of: allow, part: inert === 'ended' ? 'until' : 'rule' },
                    args: { rule: allow.rule ?? '', until: allow.until ?? '' },
                    fixes: () => [{ title: 'Remove this `allow`', edits: [removeStatement(allow)] }]
                });
            }
        }
    }
});
