import { excerpt, toUpperCaseCode } from '@sup/model';
import type { Change, Cost } from '../comparison.js';

/** What holds for a part of a plan, as a plan would write it: one value, or several whose order means nothing. */
export type Value = string | readonly string[] | undefined;

/** Something that holds for a part of a plan, because its own text says so or because it follows from something else. */
export interface Fact {
    /** What it is called in sentences: `the mode`. A list has a name in the plural. */
    readonly what: string;
    readonly subject: Change['subject'];
    readonly value: Value;
    /** What the part's own text says: where that stays and the value does not, the value follows from something else. */
    readonly written: Value;
    /** What it takes to change it. */
    cost(from: Value, to: Value): Cost;
    /** What it takes where it follows from something else. */
    readonly followingCost: Cost;
}

/** Characters of one value that a sentence quotes, and that a change holds. */
const mostInSentence = 200;
const mostInChange = 2_000;

/** Whether two values are the same in the product: names of computers, accounts, paths and addresses are, whatever their case. */
export function areSame(a: Value, b: Value): boolean {
    return keyOf(a) === keyOf(b);
}

function keyOf(value: Value): string | undefined {
    return value === undefined || typeof value === 'string' ? value && toUpperCaseCode(value) : JSON.stringify(distinct(value).map(toUpperCaseCode).sort());
}

export function shownValue(value: Value): string | undefined {
    return value === undefined ? undefined : excerpt(textOf(value), mostInChange);
}

/** The same, as short as a sentence needs it. */
export function quoted(value: NonNullable<Value>): string {
    return excerpt(textOf(value), mostInSentence);
}

function textOf(value: NonNullable<Value>): string {
    return typeof value === 'string' ? value : value.length === 0 ? 'none' : distinct(value).sort().join(', ');
}

function distinct(values: readonly string[]): string[] {
    return [...new Set(values)];
}

/** What a list has that another has not. */
export function missingFrom(values: readonly string[], others: readonly string[]): readonly string[] {
    const known = new Set(others.map(toUpperCaseCode));
    return distinct(values).filter(value => !known.has(toUpperCaseCode(value))).sort();
}
