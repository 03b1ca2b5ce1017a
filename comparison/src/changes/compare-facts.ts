import type { Change } from '../comparison.js';
import { areSame, type Fact, missingFrom, quoted, shownValue, type Value } from '../facts/fact.js';
import { type At, changeAt } from './change.js';

/** What two lists of facts about one part say differently; `part` begins the sentences. Facts go by what they are called. */
export function compareFacts(before: readonly Fact[], after: readonly Fact[], part: string, at: At): readonly Change[] {
    const former = new Map(before.map(fact => [fact.what, fact]));
    const present = new Map(after.map(fact => [fact.what, fact]));
    return [...new Set([...present.keys(), ...former.keys()])].flatMap(what => {
        const [was, is] = [former.get(what), present.get(what)];
        return areSame(was?.value, is?.value) ? [] : [factChange((is ?? was)!, was, is, part, at)];
    });
}

function factChange({ what, subject, cost, followingCost }: Fact, was: Fact | undefined, is: Fact | undefined, part: string, at: At): Change {
    const [from, to] = [was?.value, is?.value];
    const follows = areSame(was?.written, is?.written);
    return changeAt(at, {
        kind: follows ? 'consequence' : 'changed', subject, from: shownValue(from), to: shownValue(to),
        cost: follows ? followingCost : cost(from, to), sentence: `${part}: ${sentenceOf(what, from, to)}.`
    });
}

function sentenceOf(what: string, from: Value, to: Value): string {
    if (Array.isArray(from ?? to)) {
        return listSentence(what, from as readonly string[] | undefined, to as readonly string[] | undefined);
    }
    return from === undefined ? `${what} is now ${quoted(to!)}` : to === undefined ? `${what} is not planned any more; it was ${quoted(from)}` : `${what} changes from ${quoted(from)} to ${quoted(to)}`;
}

function listSentence(what: string, from: readonly string[] | undefined, to: readonly string[] | undefined): string {
    if (from === undefined || to === undefined) {
        return from === undefined ? `${what} are now ${quoted(to!)}` : `${what} are not planned any more; they were ${quoted(from)}`;
    }
    const parts = ([['gain', missingFrom(to, from)], ['lose', missingFrom(from, to)]] as const).filter(([, values]) => values.length > 0);
    return `${what} ${parts.map(([verb, values]) => `${verb} ${quoted(values)}`).join(', and ')}`;
}
