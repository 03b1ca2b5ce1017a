import { areEquivalent, displayName, type Fact, unknownValue, valueInSentence } from '@sup/comparison';
import { takeOverProperty } from '@sup/language';
import type { Cluster, Server, Site, SoftwareUpdatePoint, Synchronization, WsusServer } from '@sup/model';
import type { DriftCollector } from './drift-collector.js';

export type Compared = Site | Server | Cluster | WsusServer | SoftwareUpdatePoint | Synchronization;

type Value = Fact['value'];

/** The facts of a part that the plan and the real hierarchy both have. */
export interface ComparedPart {
    /** The part in messages: `NV2SUP01`. */
    readonly name: string;
    readonly planned: Compared;
    readonly real: Compared;
    readonly facts: readonly Fact[];
    readonly realFacts: readonly Fact[];
}

/** How a property is compared. By default, only equal values are the same, and a value that the plan omits is not compared. */
export interface ValueComparison {
    /** Whether an omitted value is a statement: no proxy server, no SSL. */
    readonly isOmissionStatement?: boolean;
    isSame?(planned: string, found: string): boolean;
    takeOver?(planned: Compared, real: Compared): NonNullable<Parameters<DriftCollector['add']>[0]['takeOver']>;
}

/** Compares the facts of a part one by one. A value that follows from another one is not a difference of its own. */
export function compareValues({ name, planned, real, facts, realFacts }: ComparedPart, comparisonFor: (fact: Fact) => ValueComparison, collector: DriftCollector): void {
    const found = new Map(realFacts.map(fact => [fact.label, fact]));
    const all = [...facts, ...realFacts.filter(({ label }) => !facts.some(fact => fact.label === label))];
    for (const fact of all) {
        const plannedFact = facts.find(({ label }) => label === fact.label);
        const realFact = found.get(fact.label);
        const { property } = fact;
        const { isOmissionStatement = false, isSame = () => false, takeOver } = comparisonFor(fact);
        if (property === undefined) {
            continue;
        }
        if (realFact?.value === unknownValue || plannedFact?.value === unknownValue) {
            if (plannedFact?.written !== undefined) {
                collector.skip(planned, `${name}, ${fact.label}`);
            }
            continue;
        }
        const [plannedValue, realValue] = [plannedFact?.value, realFact?.value];
        const isOmitted = plannedValue === undefined && !isOmissionStatement;
        const isConsequence = areEquivalent(plannedFact?.written, realFact?.written) && !isOmissionStatement;
        if (isOmitted || isConsequence || areEquivalent(plannedValue, realValue) || isSame(plain(plannedValue), plain(realValue))) {
            continue;
        }
        collector.add({
            kind: 'differs', at: { of: planned, part: property }, subject: `${name}, ${fact.label}`, planned: valueText(plannedValue), found: valueText(realValue),
            takeOver: takeOver ? takeOver(planned, real) : { title: takeOverTitle(realValue), edits: () => takeOverProperty(planned, real, property) }
        });
    }
}

const plain = (value: Value): string => typeof value === 'string' ? value : value?.join(', ') ?? '';

/** A value in a message. */
export const valueText = (value: Value): string => value === undefined ? 'none' : valueInSentence(value);

export const takeOverTitle = (value: Value): string => `Take over \`${valueText(value)}\` from reality`;

export const partName = (...names: readonly string[]): string => names.map(displayName).join(', ');
