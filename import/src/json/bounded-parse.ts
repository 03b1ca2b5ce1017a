import { errorMessage, number } from '@sup/model';
import { ImportError } from '../import-error.js';
import { importLimits } from '../import-limits.js';

/** Parses JSON within the limits. They are checked on the text before it is parsed, so that no document takes more memory than they allow. */
export function boundedParse(name: string, text: string): unknown {
    let depth = 0;
    let values = 0;
    let end = 0;
    for (let i = 0; i < text.length; i++) {
        switch (text.charCodeAt(i)) {
            case 0x22: // a string: passed over without looking inside
                i = endOfString(text, i);
                end = i;
                break;
            case 0x5b: case 0x7b: // [ {
                values++;
                if (++depth > importLimits.depth) {
                    throw new ImportError(`${name} has more than ${importLimits.depth} nested lists and objects, which is the limit`);
                }
                break;
            case 0x5d: case 0x7d: // ] }
                depth--;
                break;
            case 0x2c: // ,
                values++;
                break;
        }
        if (values > importLimits.values) {
            throw new ImportError(`${name} has more than ${number(importLimits.values)} values, which is the limit`);
        }
    }
    try {
        return JSON.parse(text);
    } catch (error) {
        // The message of the engine can quote the text over several lines.
        if (depth > 0 || end >= text.length) {
            throw new ImportError(`${name} ends too early, so a part of it is missing; copy it again, or make a new export`);
        }
        throw new ImportError(`${name} is not valid JSON: ${errorMessage(error).split('\n', 1)[0]!.slice(0, 200)}`);
    }
}

function endOfString(text: string, start: number): number {
    let i = start + 1;
    while (i < text.length && text.charCodeAt(i) !== 0x22) {
        i += text.charCodeAt(i) === 0x5c ? 2 : 1;
    }
    return i;
}
