import type { Change, Cost } from '../comparison.js';
import { costs } from './costs.js';
import type { Fact, Value } from './fact.js';

type CostOf = Cost | Fact['cost'];

const costFrom = (cost: CostOf): Fact['cost'] => typeof cost === 'function' ? cost : () => cost;

/** What holds because the text says it. */
export function said(subject: Change['subject'], what: string, value: Value, cost: CostOf): Fact {
    return { subject, what, value, written: value, cost: costFrom(cost), followingCost: costs.follows };
}

/** What holds whether the text says it or it follows from something else. */
export function effective(subject: Change['subject'], what: string, value: Value, written: Value, cost: CostOf, followingCost: Cost = costs.follows): Fact {
    return { subject, what, value, written, cost: costFrom(cost), followingCost };
}

/** What only ever follows from something else. */
export function derived(subject: Change['subject'], what: string, value: Value): Fact {
    return { subject, what, value, written: undefined, cost: () => costs.follows, followingCost: costs.follows };
}

export const yesNo = (value: boolean | undefined): string | undefined => value === undefined ? undefined : value ? 'yes' : 'no';
