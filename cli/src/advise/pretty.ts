import { adviceAssumptions, assumptionsText, withoutLogCommands } from '@sup/model';
import { advisedSiteText } from '@sup/simulation';
import type { Paint } from '../paint.js';
import { planErrorLines } from '../plan-errors.js';
import { visible } from '../visible.js';
import type { AdvisedHierarchy } from './report.js';

/** The advice for people: the recommendation, then its reasons, then the assumptions. */
export function pretty(advised: readonly AdvisedHierarchy[], paint: Paint): string {
    if (advised.length === 0) {
        return 'There are no secondary sites to advise on.\n';
    }
    const blocks = advised.map(({ hierarchy, advice, planErrors }) => [
        `${[paint('underline', visible(hierarchy)), ...planErrorLines(planErrors).map(line => paint('red', visible(line)))].join('\n')}\n`,
        ...advice.map(each => {
            const [recommendation, ...reasons] = advisedSiteText(each).map(visible);
            return `${paint('bold', recommendation!)}\n${reasons.map(reason => `  ${reason}\n`).join('')}`;
        }),
        `${assumptionsText(adviceAssumptions, advice[0]!.assumed).join('\n')}\n`
    ].join('\n'));
    return withoutLogCommands(blocks.join('\n'));
}
