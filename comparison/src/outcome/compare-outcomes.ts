import type { Figure } from '../comparison.js';
import { compareClients } from './clients.js';
import { compareLoads } from './loads.js';
import { compareLastClient } from './last-client.js';
import type { Outcome } from './run-both.js';
import { compareVerdicts } from './verdicts.js';

/** Compares the outcomes of the runs of two versions. */
export function compareOutcomes({ plain: before, scenarios: previous }: Outcome, { plain: after, scenarios: current }: Outcome): readonly Figure[] {
    if (!before || !after) {
        return [];
    }
    // The figures of a run that was stopped early say nothing about the plan.
    const figures = before.isExhausted || after.isExhausted ? exhaustion(before.isExhausted, after.isExhausted)
        : [...compareLastClient(before, after), ...compareClients(before, after), ...compareLoads(before, after)];
    return [...figures, ...compareVerdicts(previous, current)];
}

function exhaustion(before: boolean, after: boolean): readonly Figure[] {
    const text = (isExhausted: boolean): string => isExhausted ? 'stopped early, too many events' : 'runs to its end';
    return before === after ? [] : [{ what: 'Simulation of the plan without events', before: text(before), after: text(after), isBetter: before }];
}
