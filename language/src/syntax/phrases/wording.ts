import { anyOf } from '@sup/model';
import type { Expected } from './reading.js';

/** The expected alternatives for a message: `` `by`, `after` or the code of a site ``; empty if there are none. */
export function expectedText(expected: readonly Expected[]): string {
    return anyOf(expected.flatMap(each => each.kind === 'end' ? [] : each.kind === 'words' ? `\`${each.text}\`` : each.text));
}
