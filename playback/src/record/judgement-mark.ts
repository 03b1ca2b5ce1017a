import { type Judgement, judgementText } from '@sup/simulation';
import type { Mark } from '../recording.js';

/** Creates the mark of an expectation at the time when it was broken, or when it was certain that it held. */
export function judgementMark(judgement: Judgement, duration: number, text: string): Mark {
    const { verdict, breach, expectation: { when } } = judgement;
    const decided = when.kind === 'by' ? Math.min(when.time, duration) : duration;
    const detail = judgementText(judgement);
    return { at: breach?.time ?? decided, kind: verdict, text: detail === undefined ? text : `${text}: ${detail}`, part: undefined };
}
