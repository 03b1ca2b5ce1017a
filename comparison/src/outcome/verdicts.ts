import { counted } from '@sup/model';
import type { SimulationResult } from '@sup/simulation';
import { displayName } from '../changes/change.js';
import type { Figure } from '../comparison.js';

/** Compares the verdicts of the scenarios that both versions have. */
export function compareVerdicts(before: ReadonlyMap<string, SimulationResult>, after: ReadonlyMap<string, SimulationResult>): readonly Figure[] {
    return [...after].flatMap(([title, result]) => {
        const previous = before.get(title);
        const [from, to] = [previous && verdictOf(previous), verdictOf(result)];
        return !from || from.text === to.text ? [] : [{
            what: `Scenario “${displayName(title)}”`, before: from.text, after: to.text, isBetter: from.broken === to.broken ? undefined : to.broken < from.broken
        }];
    });
}

/** How a scenario ended, and how many of its expectations are broken. A run that was stopped early is worse than any broken expectations. */
function verdictOf({ isExhausted, judgements }: SimulationResult): { readonly text: string; readonly broken: number } {
    const broken = judgements.filter(({ verdict }) => verdict === 'broken').length;
    if (isExhausted) {
        return { text: 'stopped early, too many events', broken: Infinity };
    }
    const held = judgements.some(({ verdict }) => verdict === 'held');
    return { text: broken > 0 ? `broken: ${broken} of ${counted(judgements.length, 'expectation')}` : held ? 'held' : 'untested', broken };
}
