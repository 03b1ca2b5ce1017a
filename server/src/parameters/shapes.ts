import { isVisibleText, newHierarchyLimits } from '@sup/model';
import { URI } from 'langium';

/** Whether a value from a message has a shape. */
export type Shape = (value: unknown) => boolean;

export const isText: Shape = value => typeof value === 'string';
/** The length of the ids of tree items, which hold an address and two names. */
const maxIdLength = 10_000;

/** A code or an id. */
export function isShortText(value: unknown): value is string {
    return typeof value === 'string' && value.length <= maxIdLength;
}

export const isFlag: Shape = value => typeof value === 'boolean';
export const isNumber: Shape = value => typeof value === 'number';
export const isAnything: Shape = () => true;
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Longer than that of any file: paths have at most 4,096 bytes, of which each takes up to three characters. Langium descends into each folder of a URI. */
const maxUriLength = 16_000;

export function isUri(uri: unknown): uri is string {
    try {
        return typeof uri === 'string' && uri.length <= maxUriLength && URI.parse(uri) !== undefined;
    } catch {
        return false;
    }
}

/** The URI of a file or folder on disk. */
export const isFileUri: Shape = uri => isUri(uri) && URI.parse(uri).scheme === 'file';

/** A name that the user has entered, which becomes text of a plan. */
export const isName: Shape = value => typeof value === 'string' && value.trim() !== '' && value.length <= newHierarchyLimits.nameLength && isVisibleText(value);

export function isCount(value: unknown): value is number {
    return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** An object with these fields, and any others. */
export function fields(shapes: Readonly<Record<string, Shape>>): Shape {
    const all = Object.entries(shapes);
    return value => isObject(value) && all.every(([name, shape]) => shape(value[name]));
}

export const listOf = (shape: Shape): Shape => value => Array.isArray(value) && value.every(shape);
/** Some clients send null for a field that they could omit. */
export const optional = (shape: Shape): Shape => value => value === undefined || value === null || shape(value);
export const oneOf = (...shapes: readonly Shape[]): Shape => value => shapes.some(shape => shape(value));

/** The numbers of the protocol are at most 2³¹ - 1. */
const isCoordinate: Shape = value => isCount(value) && value < 2 ** 31;
export const isPosition = fields({ line: isCoordinate, character: isCoordinate });
export const isRange = fields({ start: isPosition, end: isPosition });
