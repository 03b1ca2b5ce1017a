import type { Judgement } from './judgement.js';

/** What came of an expectation that did not simply hold, in sentences; undefined where it held. */
export function judgementText({ verdict, breach, broken }: Judgement): string | undefined {
    if (breach) {
        return broken > 1 ? `${breach.actual} So it is at ${broken} places; ${breach.subject} was the first.` : breach.actual;
    }
    return verdict === 'untested' ? 'Nothing in this run could have broken it: what it speaks of did not happen.' : undefined;
}
