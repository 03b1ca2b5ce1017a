/** Control characters, bidirectional controls, invisible characters, and unpaired surrogates. */
const hidden = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\p{Surrogate}]/gu;

/** A text that a terminal or a picture can show safely: no character moves the cursor, changes colors, or hides or reorders text. */
export function visible(text: string): string {
    return text.replace(/\t/g, '    ').replace(hidden, character => {
        const code = character.codePointAt(0)!.toString(16);
        return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
    });
}

/** Whether a text has no control characters, no invisible ones and no broken ones, so that it can become a name in a plan. */
export function isVisibleText(text: string): boolean {
    return text.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}
