/** The width of a character relative to the font size. */
type CharacterWidth = (character: string, isBold: boolean) => number;

let characterWidth: CharacterWidth = estimatedWidth;

/** Replaces the estimated widths by those of a font, in a page that can measure it. */
export function measureTextWith(measure: CharacterWidth): void {
    const known = [new Map<string, number>(), new Map<string, number>()] as const;
    characterWidth = (character, isBold) => {
        const widths = known[isBold ? 1 : 0];
        const width = widths.get(character) ?? measure(character, isBold);
        widths.set(character, width);
        return width;
    };
}

/** The width of a text in pixels: measured, or estimated where a picture is laid out without a screen. */
export function textWidth(text: string, fontSize: number): number {
    return widthIn(text, fontSize, false);
}

/** Bold type is wider, in capitals most of all. */
export function boldWidth(text: string, fontSize: number): number {
    return widthIn(text, fontSize, true);
}

const widthIn = (text: string, fontSize: number, isBold: boolean): number => [...text].reduce((sum, character) => sum + characterWidth(character, isBold), 0) * fontSize;

/** The widths of common sans-serif fonts, rather too wide than too narrow. */
function estimatedWidth(character: string, isBold: boolean): number {
    if (isBold) {
        return /[MW]/.test(character) ? 1.05 : /[A-HJ-Z]/.test(character) ? 0.79 : /[0-9]/.test(character) ? 0.7 : estimatedWidth(character, false) * 1.1;
    }
    if (/[iljtfrI.,:;'|!()[\] -]/.test(character)) {
        return 0.36;
    }
    if (/[mwMW@%…→]/.test(character)) {
        return 0.95;
    }
    return /[A-Z]/.test(character) ? 0.67 : /[0-9]/.test(character) ? 0.64 : character <= '\u02ff' ? 0.6 : 1;
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
