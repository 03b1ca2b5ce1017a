import type { Change, Cost } from '../comparison.js';
import type { Fact } from './facts.js';

interface About {
    readonly site: string | undefined;
    readonly host: string | undefined;
    /** Of whom the facts are, as the beginning of a sentence: `OSL`, `OSLSUP01`. */
    readonly name: string;
}

/** What two lists of facts about one thing say differently. Facts go by what they are called. */
export function compareFacts(before: readonly Fact[], after: readonly Fact[], about: About): readonly Change[] {
    const [was, is] = [before, after].map(facts => new Map(facts.map(fact => [fact.what, fact])));
    const names = new Set([...is!.keys(), ...was!.keys()]);
    return [...names].flatMap(what => {
        const [from, to] = [was!.get(what)?.value, is!.get(what)?.value];
        return from === to ? [] : [changeOf((is!.get(what) ?? was!.get(what))!, from, to, about)];
    });
}

function changeOf({ what, subject, cost, isDerived }: Fact, from: string | undefined, to: string | undefined, { site, host, name }: About): Change {
    const isPresence = to === 'installed' || from === 'installed' || to === 'there' || from === 'there';
    const kind = isDerived ? 'consequence' : isPresence && from === undefined ? 'added' : isPresence && to === undefined ? 'removed' : 'changed';
    return { kind, subject, site, host, from: isPresence ? undefined : from, to: isPresence ? undefined : to, cost: costOf(cost, from, to), sentence: sentenceOf(what, name, from, to, isPresence) };
}

function costOf(cost: Fact['cost'], from: string | undefined, to: string | undefined): Cost {
    return typeof cost === 'function' ? cost(from, to) : cost;
}

function sentenceOf(what: string, name: string, from: string | undefined, to: string | undefined, isPresence: boolean): string {
    if (isPresence) {
        return to === undefined ? `${name} is no longer ${what === 'WSUS' ? 'a WSUS server' : what}.` : `${name} becomes ${what === 'WSUS' ? 'a WSUS server' : what}.`;
    }
    const subject = `${name}: ${what}`;
    return from === undefined ? `${subject} is now ${to}.` : to === undefined ? `${subject} is no longer said; it was ${from}.` : `${subject} changes from ${from} to ${to}.`;
}
