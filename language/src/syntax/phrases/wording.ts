import { anyOf } from '../wording.js';
import type { Expected } from './slot.js';

/** What was expected, for a message: `` `by`, `after` or the code of a site ``; empty where nothing was. */
export function expectedText(expected: readonly Expected[]): string {
    return anyOf(expected.flatMap(each => each.kind === 'end' ? [] : each.kind === 'words' ? `\`${each.text}\`` : each.text));
}
