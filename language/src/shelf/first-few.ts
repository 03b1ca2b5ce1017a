import type { Messages, Report, RuleContext } from './define-rule.js';

/** Lets a rule report the first few of what may be as many as characters; `more` is told of the one after those, and of no other. */
export function firstFew<M extends Messages>(most: number, context: RuleContext<M>, more: (at: Report<never>['at']) => void): RuleContext<M> {
    let count = 0;
    return {
        hierarchy: context.hierarchy,
        scenarios: context.scenarios,
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
