import type { Found, Position, Reading } from './reading.js';

/** A part of a phrase: fixed words, a name, a value, or several of these. */
export interface Slot<T> {
    /** As documentation writes it: `SITE`, `[for DURATION]`. */
    readonly form: string;
    /** Reads the slot at a position; where that fails, it records in the reading what was expected. */
    read(reading: Reading, from: Position): Found<T> | undefined;
}
