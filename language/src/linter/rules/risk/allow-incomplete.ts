import { removeStatement, rewriteHead } from '../../edits/edit.js';
import type * as ast from '../../../syntax/generated/ast.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { isDate } from '../../accepted-risks.js';
import type { Risk } from '../../risk.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { inCode } from '../../../syntax/tree/characters.js';

const why = 'The line accepts nothing as it is, so the findings that it is meant for are shown.';

export default defineRule({
    id: 'allow-incomplete',
    since: '0.1.0',
    summary: 'An `allow` has a rule, a reason and, if it ends, a valid end date.',
    category: 'risk',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        noRule: () => ({
            what: 'This `allow` names no rule.',
            why,
            todo: 'Write the rule after `allow`, or remove the line.'
        }),
        unknownRule: ({ rule }: { rule: string }) => ({
            what: `There is no rule ${inCode(rule)}.`,
            why,
            todo: 'Write the name of the rule as its findings show it.'
        }),
        noReason: ({ rule }: { rule: string }) => ({
            what: `This \`allow ${rule}\` gives no reason.`,
            why: `An accepted risk is part of the plan, and later readers have to know why it was accepted. ${why}`,
            todo: 'Write `because` and the reason in quotes, or remove the line.'
        }),
        badDate: ({ rule, until }: { rule: string; until: string }) => ({
            what: until === '' ? `This \`allow ${rule}\` has \`until\` without a date.` : `${inCode(until)} is not a valid date.`,
            why,
            todo: 'Write the date as year, month and day, such as `2027-06-30`, or remove `until`.'
        })
    },
    fixable: 'suggestion',
    checks: {
        risk(risk, context) {
            const { allow } = risk;
            const remove: Fix = { title: 'Remove this `allow`', edits: [removeStatement(allow)] };
            // Surplus words are the cause; `surplus-word` reports them.
            if (allow.surplus.length > 0) {
                return;
            }
            switch (risk.inert) {
                case 'no-rule': return context.report('noRule', { at: { of: allow, part: 'block' }, args: undefined, fixes: () => [remove] });
                case 'unknown-rule': return context.report('unknownRule', {
                    at: { of: allow, part: 'rule' },
                    args: { rule: allow.rule ?? '' },
                    fixes: () => [...risk.similar().map(rule => rewrite(`Change to \`${rule}\``, allow, { rule })), remove]
                });
                case 'no-reason': return context.report('noReason', { at: { of: allow, part: 'rule' }, args: { rule: allow.rule ?? '' }, fixes: () => [remove] });
                case 'bad-date': return context.report('badDate', {
                    at: { of: allow, part: allow.until === undefined ? 'rule' : 'until' },
                    args: { rule: allow.rule ?? '', until: allow.until ?? '' },
                    fixes: () => dateFixes(risk)
                });
                default: return;
            }
        }
    }
});

/** Fixes that correct the form of the date, if it can be read, or remove it. */
function dateFixes({ allow }: Risk): readonly Fix[] {
    const day = readDay(allow.until ?? '');
    return [
        ...(day ? [rewrite(`Change to \`${day}\``, allow, { until: day })] : []),
        rewrite('Accept the risk without an end date', allow, { until: undefined })
    ];
}

/** Reads `2027-6-30`, `2027.06.30`, `20270630` or `30.06.2027`. A day after the end of the month becomes its last day. */
function readDay(written: string): string | undefined {
    const [, y1, m1, d1] = /^([0-9]{4})[-.]?([0-9]{1,2})[-.]?([0-9]{1,2})$/.exec(written) ?? [];
    const [, d2, m2, y2] = /^([0-9]{1,2})[-.]([0-9]{1,2})[-.]([0-9]{4})$/.exec(written) ?? [];
    const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2].map(part => part?.padStart(2, '0'));
    const last = Number(day);
    const days = Array.from({ length: 4 }, (_, back) => `${year}-${month}-${String(last - back).padStart(2, '0')}`);
    return year && last <= 31 ? days.find(isDate) : undefined;
}

function rewrite(title: string, allow: ast.Allow, change: { rule?: string; until?: string | undefined }): Fix {
    const { rule, until, because } = { rule: allow.rule, until: allow.until, because: allow.because, ...change };
    const head = ['allow', rule, ...(until === undefined ? [] : ['until', until]), ...(because === undefined ? [] : ['because', quoteString(because)])].join(' ');
    return { title, edits: [rewriteHead(allow, head)] };
}
