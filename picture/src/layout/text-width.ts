/**
 * How wide a text is in a proportional font, in pixels: an estimate on the safe side, because a picture is laid out where there is no
 * screen to measure on. Shares of the font size, as common sans-serif fonts have them.
 */
export function textWidth(text: string, fontSize: number): number {
    return [...text].reduce((sum, character) => sum + shareOf(character), 0) * fontSize;
}

function shareOf(character: string): number {
    if (/[iljtfrI.,:;'|!()[\] -]/.test(character)) {
        return 0.36;
    }
    if (/[mwMW@%…→]/.test(character)) {
        return 0.92;
    }
    return /[A-Z0-9]/.test(character) ? 0.67 : character <= '\u02ff' ? 0.6 : 1;
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function fitted(text: string, fontSize: number, width: number): string {
    if (textWidth(text, fontSize) <= width) {
        return text;
    }
    let kept = '';
    let left = width - textWidth('…', fontSize);
    for (const character of text) {
        left -= textWidth(character, fontSize);
        if (left < 0) {
            break;
        }
        kept += character;
    }
    return `${kept.trimEnd()}…`;
}
