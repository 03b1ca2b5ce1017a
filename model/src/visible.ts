/** Control characters, those that turn the direction of writing, those that show nothing, and halves of characters. */
const hidden = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\p{Surrogate}]/gu;

/** A text as a terminal or a picture may show it: nothing in it moves the cursor, colours, or reads otherwise than it is written. */
export function visible(text: string): string {
    return text.replace(/\t/g, '    ').replace(hidden, character => {
        const code = character.codePointAt(0)!.toString(16);
        return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
    });
}
