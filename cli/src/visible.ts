export { visible } from '@sup/model';

const doubleWidth = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;

/** The number of terminal columns that a visible text takes. */
export function columnsOf(text: string): number {
    return [...text].reduce((sum, character) => sum + (/\p{Mark}/u.test(character) ? 0 : doubleWidth.test(character) ? 2 : 1), 0);
}
