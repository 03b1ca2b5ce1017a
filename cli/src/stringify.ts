import { withoutLogCommands } from '@sup/model';

/**
 * JSON that can control neither a terminal nor a pipeline: escapes the control and format characters that `JSON.stringify` leaves as they are,
 * and the commands of pipelines. All of these can occur only within strings.
 */
export function stringify(value: unknown, indent = 2): string {
    const json = JSON.stringify(value, undefined, indent)
        .replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return withoutLogCommands(json, { hash: '\\u0023', colon: '\\u003a' });
}
