import { excerpt, toUpperCaseCode } from '@sup/model';
import type { Change, Cost } from '../comparison.js';

/** The value of a fact as a plan would write it: one value, or several whose order does not matter. */
export type Value = string | readonly string[] | undefined;

/** A property of a part of a plan, whether the text of the part states it or it is derived. */
export interface Fact {
    /** Its name in sentences: `the mode`. Plural for a list. */
    readonly label: string;
    readonly subject: Change['subject'];
    /** The key of its property in a plan, or the word of the head that states it. Undefined if no text states it. */
    readonly property: string | undefined;
    readonly value: Value;
    /** The value in the part's own text. If the value changes but this does not, the change is a consequence of another change. */
    readonly written: Value;
    /** The cost of changing it. */
    cost(from: Value, to: Value): Cost;
    /** The cost if the change is a consequence of another change. */
    readonly followingCost: Cost;
}

/** The maximum lengths of a value, in characters. */
const maxLengthInSentence = 200;
const maxLengthInChange = 2_000;

/** Whether two values are the same in the product, where names of computers, accounts, paths and addresses are not case-sensitive. */
export function areEquivalent(a: Value, b: Value): boolean {
    return keyOf(a) === keyOf(b);
}

function keyOf(value: Value): string | undefined {
    return value === undefined || typeof value === 'string' ? value && toUpperCaseCode(value) : JSON.stringify(distinct(value).map(toUpperCaseCode).sort());
}

export function valueInChange(value: Value): string | undefined {
    return value === undefined ? undefined : excerpt(textOf(value), maxLengthInChange);
}

/** Shorter than {@link valueInChange}. */
export function valueInSentence(value: NonNullable<Value>): string {
    return excerpt(textOf(value), maxLengthInSentence);
}

function textOf(value: NonNullable<Value>): string {
    return typeof value === 'string' ? value : value.length === 0 ? 'none' : distinct(value).sort().join(', ');
}

function distinct(values: readonly string[]): string[] {
    return [...new Set(values)];
}

/** The values of a list that `others` does not contain. */
export function missingFrom(values: readonly string[], others: readonly string[]): readonly string[] {
    const known = new Set(others.map(toUpperCaseCode));
    return distinct(values).filter(value => !known.has(toUpperCaseCode(value))).sort();
}
