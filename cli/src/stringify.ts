/** JSON that cannot control a terminal: escapes the control and format characters that `JSON.stringify` leaves as they are. Such characters can occur only within strings. */
export function stringify(value: unknown, indent = 2): string {
    return JSON.stringify(value, undefined, indent)
        .replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
