import type { Change, Cost } from '../comparison.js';
import { costs } from './costs.js';
import type { Fact, Value } from './fact.js';

type CostOf = Cost | Fact['cost'];

const costFrom = (cost: CostOf): Fact['cost'] => typeof cost === 'function' ? cost : () => cost;

/** A fact that holds only if the text states it. */
export function writtenFact(subject: Change['subject'], label: string, value: Value, cost: CostOf): Fact {
    return { subject, label, value, written: value, cost: costFrom(cost), followingCost: costs.consequence };
}

/** A fact that the text may state; if the text omits it, it is derived. */
export function effectiveFact(subject: Change['subject'], label: string, value: Value, written: Value, cost: CostOf, followingCost: Cost = costs.consequence): Fact {
    return { subject, label, value, written, cost: costFrom(cost), followingCost };
}

/** A fact that the text cannot state: it is always derived. */
export function derivedFact(subject: Change['subject'], label: string, value: Value): Fact {
    return { subject, label, value, written: undefined, cost: () => costs.consequence, followingCost: costs.consequence };
}

export const yesNo = (value: boolean | undefined): string | undefined => value === undefined ? undefined : value ? 'yes' : 'no';
