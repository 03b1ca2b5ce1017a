import { removeStatement } from '../../edits/edit.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'allow-unused',
    since: '0.1.0',
    summary: 'An `allow` accepts something that is there.',
    category: 'risk',
    reach: 'graph',
    sources: ['The .sup language'],
    messages: {
        nothing: ({ rule }: { rule: string }) => ({
            what: `\`${rule}\` finds nothing that this \`allow\` accepts.`,
            why: 'The risk is gone, or was accepted elsewhere; left here, the line would hide the next one.',
            todo: 'Take it out.'
        }),
        ended: ({ rule, until }: { rule: string; until: string }) => ({
            what: `The risk \`${rule}\` was accepted until ${until}, and that day has passed.`,
            why: 'The line accepts nothing any more; what the rule finds is shown again.',
            todo: 'Take it out, and mend what the rule finds.'
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
