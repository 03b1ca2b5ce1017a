import { quoteString } from '@sup/language';
import type { Properties } from '../inventory.js';
import { portIn } from '../text/count.js';
import { plainText } from '../text/plain-text.js';

/** A text in quotes; undefined if the source does not have it, or has an empty one. */
export function quoted(text: string | undefined): string | undefined {
    const plain = plainText(text ?? '');
    return plain === '' ? undefined : quoteString(plain);
}

/** `8530, 8531`; one of the two alone; undefined for neither. */
export function portsText(http: string | undefined, https: string | undefined): string | undefined {
    const ports = [portIn(http), portIn(https)].filter(port => port !== undefined);
    return ports.length > 0 ? ports.join(', ') : undefined;
}

export const yesOrNo = (value: boolean | undefined): string | undefined => value === undefined ? undefined : value ? 'yes' : 'no';

/** The number of a property. */
export function numberOf(properties: Properties | undefined, name: string): string | undefined {
    const text = properties?.get(name)?.value.trim();
    return text === '' ? undefined : text;
}

/** Whether a property is set to 1. Undefined if the properties do not have it. */
export function flagOf(properties: Properties | undefined, name: string): boolean | undefined {
    const value = numberOf(properties, name);
    return value === undefined ? undefined : Number(value) === 1;
}

/** The text of a property, which sources of different releases keep in different places. */
export function textOf(properties: Properties | undefined, name: string): string | undefined {
    const property = properties?.get(name);
    return property && ([property.value2, property.value1, property.value].find(text => text.trim() !== '' && text.trim() !== '0') ?? '');
}
