import type { Figure } from '../comparison.js';
import { compareClients } from './clients.js';
import { compareLoads } from './loads.js';
import { comparePropagation } from './propagation.js';
import type { Outcome } from './run-both.js';
import { compareVerdicts } from './verdicts.js';

/** What the runs of two versions come to differently. */
export function compareOutcomes({ plain: before, scenarios: former }: Outcome, { plain: after, scenarios: present }: Outcome): readonly Figure[] {
    if (!before || !after) {
        return [];
    }
    // What a run that was given up has come to says nothing of the plan.
    const figures = before.isExhausted || after.isExhausted ? exhaustion(before.isExhausted, after.isExhausted)
        : [...comparePropagation(before, after), ...compareClients(before, after), ...compareLoads(before, after)];
    return [...figures, ...compareVerdicts(former, present)];
}

function exhaustion(before: boolean, after: boolean): readonly Figure[] {
    const text = (isExhausted: boolean): string => isExhausted ? 'given up, because too much happens' : 'comes to its end';
    return before === after ? [] : [{ what: 'The simulation of the plan as it is', before: text(before), after: text(after), isBetter: before }];
}
