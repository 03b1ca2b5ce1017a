// @ts-check
import { arch, cpus } from 'node:os';
import process from 'node:process';

/** @param {number} value */
export function count(value) {
    return value.toLocaleString('en');
}

/**
 * Formats milliseconds, megabytes or a ratio with the significant digits only.
 * @param {number | undefined} value
 */
export function figure(value) {
    return value === undefined ? '–' : value < 100 ? value.toFixed(value < 1 ? 2 : 1) : count(Math.round(value));
}

/** Describes the machine of the measurements. */
export function machine() {
    return `Node ${process.versions.node}, ${arch()}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
}
