import { adviceText, assumptionsText } from '@sup/simulation';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';
import type { AdvisedHierarchy } from './advise.js';

/** Advice for people: the recommendation first, then what it rests on. */
export function pretty(advised: readonly AdvisedHierarchy[], paint: Paint): string {
    if (advised.length === 0) {
        return 'There is no secondary site to advise on.\n';
    }
    const blocks = advised.map(({ hierarchy, advice }) => [
        `${paint('underline', visible(hierarchy))}\n`,
        ...advice.map(each => {
            const [recommendation, ...grounds] = adviceText(each).map(visible);
            return `${paint('bold', recommendation!)}\n${grounds.map(ground => `  ${ground}\n`).join('')}`;
        }),
        `${assumptionsText(advice[0]!).join('\n')}\n`
    ].join('\n'));
    return blocks.join('\n');
}
