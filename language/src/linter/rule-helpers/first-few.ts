import type { Messages, Report, RuleContext } from '../define-rule.js';

/** Whom a rule tells of what it finds. */
export type Reporting<M extends Messages> = Pick<RuleContext<M>, 'report'>;

/** Lets a rule report the first few, where there may be one for each character of a file. `more` is told where the next one is, and nobody of those after it. */
export function firstFew<M extends Messages>(most: number, context: Reporting<M>, more: (at: Report<never>['at']) => void): Reporting<M> {
    let count = 0;
    return {
        report: (message, report) => {
            count++;
            if (count <= most) {
                context.report(message, report);
            } else if (count === most + 1) {
                more(report.at);
            }
        }
    };
}
