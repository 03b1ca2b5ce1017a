import { type Judgement, judgementText } from '@sup/simulation';
import type { Mark } from '../recording.js';

/** The mark of an expectation: where it was broken, or where it was clear that it held. */
export function judgementMark(judgement: Judgement, duration: number, text: string): Mark {
    const { verdict, breach, expectation: { when } } = judgement;
    const decided = when.kind === 'by' ? Math.min(when.time, duration) : duration;
    const detail = judgementText(judgement);
    return { at: breach?.time ?? decided, kind: verdict, text: detail === undefined ? text : `${text}: ${detail}`, part: undefined };
}
