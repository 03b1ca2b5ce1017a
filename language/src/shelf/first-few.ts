import type { Messages, Report, RuleContext } from './define-rule.js';

/** Whom a rule tells of what it finds. */
export type Reporting<M extends Messages> = Pick<RuleContext<M>, 'report'>;

/** Lets a rule report the first few of what may be as many as characters; `more` is told of the one after those, and of no other. */
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
