import { countIn } from '../text/count.js';
import type { Properties, PropertyValue } from '../inventory.js';

// `ConvertTo-Json` of Windows PowerShell writes a list with one item as the item, an empty list as null, numbers as texts, and objects that are
// nested too deeply as the names of their types. So every shape is read leniently, and a member of another type counts as not read.

export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of an object. Inherited members, such as `constructor`, do not count. */
export function memberOf(object: JsonObject, key: string): unknown {
    return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The objects of a list, which may be a single one. */
export function objectsIn(value: unknown): readonly JsonObject[] {
    return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** A text or number as a text; undefined for anything else. */
export function textIn(object: JsonObject, key: string): string | undefined {
    const value = memberOf(object, key);
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A number that may be written as a text. */
export function numberIn(object: JsonObject, key: string): number | undefined {
    return countIn(textIn(object, key));
}

/** A Boolean value, which may be written as a number or a text. */
export function booleanIn(object: JsonObject, key: string): boolean | undefined {
    const value = memberOf(object, key);
    const text = typeof value === 'boolean' ? String(value) : (textIn(object, key) ?? '').trim().toLowerCase();
    return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;
}

/** The texts of a list, which may be a single one; undefined if there is neither. An empty text is an empty list. */
export function textsIn(object: JsonObject, key: string): readonly string[] | undefined {
    const value = memberOf(object, key);
    return Array.isArray(value) ? value.filter(item => typeof item === 'string') : typeof value === 'string' ? value === '' ? [] : [value] : undefined;
}

/** Embedded properties, each a list of the number and the two texts; undefined if they are lost. */
export function propertiesIn(object: JsonObject, key: string): Properties | undefined {
    const value = memberOf(object, key);
    return isObject(value) ? new Map(Object.entries(value).flatMap(([name, slots]) => {
        const property = propertyValue(slots);
        return property ? [[name, property] as const] : [];
    })) : undefined;
}

function propertyValue(slots: unknown): PropertyValue | undefined {
    if (!Array.isArray(slots)) {
        return undefined;
    }
    const [value, value1, value2] = slots.map((slot: unknown) => typeof slot === 'string' ? slot : typeof slot === 'number' ? String(slot) : '');
    return { value: value ?? '', value1: value1 ?? '', value2: value2 ?? '' };
}
