import type { Change } from '../comparison.js';
import { areEquivalent, type Fact, missingFrom, valueInSentence, valueInChange, type Value } from '../facts/fact.js';
import { type ChangeLocation, changeAt } from './change.js';

/** Compares two lists of facts about one part, which are identified by their labels. The sentences begin with `part`. */
export function compareFacts(before: readonly Fact[], after: readonly Fact[], part: string, at: ChangeLocation): readonly Change[] {
    const previous = new Map(before.map(fact => [fact.label, fact]));
    const current = new Map(after.map(fact => [fact.label, fact]));
    return [...new Set([...current.keys(), ...previous.keys()])].flatMap(label => {
        const [was, is] = [previous.get(label), current.get(label)];
        return areEquivalent(was?.value, is?.value) ? [] : [factChange((is ?? was)!, was, is, part, at)];
    });
}

function factChange({ label, subject, cost, followingCost }: Fact, was: Fact | undefined, is: Fact | undefined, part: string, at: ChangeLocation): Change {
    const [from, to] = [was?.value, is?.value];
    const follows = areEquivalent(was?.written, is?.written);
    return changeAt(at, {
        kind: follows ? 'consequence' : 'changed', subject, from: valueInChange(from), to: valueInChange(to),
        cost: follows ? followingCost : cost(from, to), sentence: `${part}: ${sentenceOf(label, from, to)}.`
    });
}

function sentenceOf(label: string, from: Value, to: Value): string {
    const isList = Array.isArray(from) || Array.isArray(to);
    if (isList && [from, to].every(value => value === undefined || Array.isArray(value))) {
        return listSentence(label, from as readonly string[] | undefined, to as readonly string[] | undefined);
    }
    return from === undefined ? `${label} is now ${valueInSentence(to!)}` : to === undefined ? `${label} is no longer planned; it was ${valueInSentence(from)}` : `${label} ${isList ? 'change' : 'changes'} from ${valueInSentence(from)} to ${valueInSentence(to)}`;
}

function listSentence(label: string, from: readonly string[] | undefined, to: readonly string[] | undefined): string {
    if (from === undefined || to === undefined) {
        return from === undefined ? `${label} are now ${valueInSentence(to!)}` : `${label} are no longer planned; they were ${valueInSentence(from)}`;
    }
    const parts = ([['gain', missingFrom(to, from)], ['lose', missingFrom(from, to)]] as const).filter(([, values]) => values.length > 0);
    return `${label} ${parts.map(([verb, values]) => `${verb} ${valueInSentence(values)}`).join(', and ')}`;
}
