import type { Messages, Report, RuleContext } from '../define-rule.js';

/** The part of a rule context that receives findings. */
export type Reporter<M extends Messages> = Pick<RuleContext<M>, 'report'>;

/**
 * Forwards the first `limit` findings to a rule context, for checks that could report one for each character of a file.
 * `onLimit` is called once, with the place of the next finding; that one and all later ones are dropped.
 */
export function limitedReporter<M extends Messages>(limit: number, context: Reporter<M>, onLimit: (at: Report<never>['at']) => void): Reporter<M> {
    let count = 0;
    return {
        report: (message, report) => {
            count++;
            if (count <= limit) {
                context.report(message, report);
            } else if (count === limit + 1) {
                onLimit(report.at);
            }
        }
    };
}
