import { counted } from '@sup/model';
import type { SimulationResult } from '@sup/simulation';
import { name } from '../changes/change.js';
import type { Figure } from '../comparison.js';

/** Scenarios of both versions that end otherwise. */
export function compareVerdicts(before: ReadonlyMap<string, SimulationResult>, after: ReadonlyMap<string, SimulationResult>): readonly Figure[] {
    return [...after].flatMap(([title, result]) => {
        const former = before.get(title);
        const [from, to] = [former && verdictOf(former), verdictOf(result)];
        return !from || from.text === to.text ? [] : [{
            what: `Scenario “${name(title)}”`, before: from.text, after: to.text, isBetter: from.broken === to.broken ? undefined : to.broken < from.broken
        }];
    });
}

/** How a scenario ended, and how many of its expectations are broken. A run that was given up is worse than any. */
function verdictOf({ isExhausted, judgements }: SimulationResult): { readonly text: string; readonly broken: number } {
    const broken = judgements.filter(({ verdict }) => verdict === 'broken').length;
    if (isExhausted) {
        return { text: 'given up, because too much happens', broken: Infinity };
    }
    const held = judgements.some(({ verdict }) => verdict === 'held');
    return { text: broken > 0 ? `broken: ${broken} of ${counted(judgements.length, 'expectation')}` : held ? 'held' : 'not put to the test', broken };
}
