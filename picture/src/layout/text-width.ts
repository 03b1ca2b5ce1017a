/**
 * Estimates the width of a text in a proportional font in pixels, rather too wide than too narrow, because a picture is laid out where no
 * screen is available for measuring. The widths relative to the font size are those of common sans-serif fonts.
 */
export function textWidth(text: string, fontSize: number): number {
    return [...text].reduce((sum, character) => sum + relativeWidth(character), 0) * fontSize;
}

function relativeWidth(character: string): number {
    if (/[iljtfrI.,:;'|!()[\] -]/.test(character)) {
        return 0.36;
    }
    if (/[mwMW@%…→]/.test(character)) {
        return 0.92;
    }
    return /[A-Z0-9]/.test(character) ? 0.67 : character <= '\u02ff' ? 0.6 : 1;
}

/** Truncates a text to a width, with an ellipsis where text is missing. */
export function truncateToWidth(text: string, fontSize: number, width: number): string {
    if (textWidth(text, fontSize) <= width) {
        return text;
    }
    let truncated = '';
    let left = width - textWidth('…', fontSize);
    for (const character of text) {
        left -= textWidth(character, fontSize);
        if (left < 0) {
            break;
        }
        truncated += character;
    }
    return `${truncated.trimEnd()}…`;
}
