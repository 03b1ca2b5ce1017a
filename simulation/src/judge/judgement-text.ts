import { number } from '@sup/model';
import type { Judgement } from './judgement.js';

/** Describes a broken or untested expectation in sentences; undefined if it held. */
export function judgementText({ verdict, breach, broken, untested = 'nothing happened that could have broken it.' }: Judgement): string | undefined {
    if (breach) {
        return broken > 1 ? `${breach.actual} The expectation is broken in ${number(broken)} places; ${breach.subject} was the first.` : breach.actual;
    }
    return verdict === 'untested' ? `The run did not test the expectation: ${untested}` : undefined;
}
