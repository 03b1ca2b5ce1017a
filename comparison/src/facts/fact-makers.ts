import { type Expectation, isUnknown, type ModelElement, type Scenario, type ScenarioEvent } from '@sup/model';
import type { Change, Cost } from '../comparison.js';
import { costs } from './costs.js';
import type { Fact, Value } from './fact.js';

type CostOf = Cost | Fact['cost'];

/** The value of a fact that a plan states as unknown. */
export const unknownValue = 'unknown';

/** The value of a field as a fact: its text, or that it is unknown. */
export function stated<E extends Exclude<ModelElement, Scenario | ScenarioEvent | Expectation>>(element: E | undefined, field: Parameters<typeof isUnknown<E>>[1], value: Value): Value {
    return isUnknown(element, field) ? unknownValue : value;
}

function costFrom(cost: CostOf): Fact['cost'] {
    return (from, to) => from === unknownValue || to === unknownValue ? costs.unknown : typeof cost === 'function' ? cost(from, to) : cost;
}

/** A fact that holds only if the text states it. */
export function writtenFact(subject: Change['subject'], property: string, label: string, value: Value, cost: CostOf): Fact {
    return { subject, property, label, value, written: value, cost: costFrom(cost), followingCost: costs.consequence };
}

/** A fact that the text may state; if the text omits it, it is derived. */
export function effectiveFact(subject: Change['subject'], property: string, label: string, value: Value, written: Value, cost: CostOf, followingCost: Cost = costs.consequence): Fact {
    return { subject, property, label, value, written, cost: costFrom(cost), followingCost };
}

/** A fact that the text cannot state: it is always derived. */
export function derivedFact(subject: Change['subject'], label: string, value: Value): Fact {
    return { subject, property: undefined, label, value, written: undefined, cost: () => costs.consequence, followingCost: costs.consequence };
}

export const yesNo = (value: boolean | undefined): string | undefined => value === undefined ? undefined : value ? 'yes' : 'no';
