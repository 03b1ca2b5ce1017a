const names = new Map([
    [0x07, 'bell'], [0x08, 'backspace'], [0x1A, 'end of file'], [0x1B, 'escape'], [0x7F, 'delete'], [0x85, 'next line'], [0xAD, 'soft hyphen'],
    [0x61C, 'Arabic letter mark'], [0x180E, 'vowel separator'], [0x200B, 'zero width space'], [0x200C, 'zero width non-joiner'],
    [0x200D, 'zero width joiner'], [0x200E, 'left-to-right mark'], [0x200F, 'right-to-left mark'], [0x202A, 'left-to-right embedding'],
    [0x202B, 'right-to-left embedding'], [0x202C, 'end of direction'], [0x202D, 'left-to-right override'], [0x202E, 'right-to-left override'],
    [0x2060, 'word joiner'], [0x2066, 'left-to-right isolate'], [0x2067, 'right-to-left isolate'], [0x2068, 'isolate'], [0x2069, 'end of isolate'],
    [0xFEFF, 'byte order mark'], [0xFFFD, 'replacement character']
]);

/** Characters that change the direction of text, so that a line looks different from its content. */
export const bidiControls = '\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069';
/** Zero-width characters. */
export const zeroWidths = '\u00AD\u180E\u200B-\u200D\u2060\uFEFF';
/** Control characters other than white space. */
export const controls = '\\0-\\x08\\x0E-\\x1F\\x7F-\\x9F';

/** `U+200B (zero width space)`. */
export function codePointOf(character: string): string {
    const code = character.codePointAt(0)!;
    const name = names.get(code);
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}${name ? ` (${name})` : ''}`;
}

/** A character for a message: itself if it is visible and unambiguous, otherwise its code point. */
export function describeCharacter(character: string): string {
    return isVisible(character) && character.length === 1 && character !== '`' ? `\`${character}\`` : codePointOf(character);
}

export function isVisible(character: string): boolean {
    return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) && character !== '\uFFFD';
}

/** The maximum length of an excerpt in a message. */
const maxExcerptLength = 60;

/** An excerpt of a file as code in a message: in backquotes, shortened to its first line and a maximum length. */
export function inCode(text: string): string {
    const [first = ''] = text.split(/[\r\n]/, 1);
    const characters = [...first.slice(0, 2 * maxExcerptLength)];
    const isShort = first === text && characters.length <= maxExcerptLength;
    return `\`${isShort ? text : `${characters.slice(0, maxExcerptLength).join('')}…`}\``;
}

/** The longest message. Names and values in it can have any length. */
const longestMessage = 2_000;

/** A text that any client can show: without control characters, invisible characters and lone surrogates, and of limited length. */
export function printable(text: string): string {
    const visible = text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, character => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
    const shortened = visible.replace(/\S{160,}/g, word => `${[...word.slice(0, 200)].slice(0, 60).join('')}…`);
    return shortened.length <= longestMessage ? shortened : `${[...shortened.slice(0, longestMessage)].slice(0, -1).join('')}…`;
}
