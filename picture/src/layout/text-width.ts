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
        return 0.95;
    }
    return /[A-Z]/.test(character) ? 0.67 : /[0-9]/.test(character) ? 0.64 : character <= '\u02ff' ? 0.6 : 1;
}

/** Bold type is wider, in capitals most of all. */
export function boldWidth(text: string, fontSize: number): number {
    return [...text].reduce((sum, character) => sum + (/[MW]/.test(character) ? 1.05 : /[A-HJ-Z]/.test(character) ? 0.79 : /[0-9]/.test(character) ? 0.7 : relativeWidth(character) * 1.1), 0) * fontSize;
}

/** Truncates a text to a width, with an ellipsis where text is missing. */
export function truncateToWidth(text: string, fontSize: number, width: number, measure = textWidth): string {
    if (measure(text, fontSize) <= width) {
        return text;
    }
    let truncated = '';
    let left = width - measure('…', fontSize);
    for (const character of text) {
        left -= measure(character, fontSize);
        if (left < 0) {
            break;
        }
        truncated += character;
    }
    return `${truncated.trimEnd()}…`;
}
