// @ts-check
import { arch, cpus } from 'node:os';
import process from 'node:process';

/** @param {number} value */
export function count(value) {
    return value.toLocaleString('en');
}

/** What was measured on, in words. */
export function machine() {
    return `Node ${process.versions.node}, ${arch()}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
}
