import type { Steps } from '../recording.js';

/** Collects the values of a quantity over time: at most one per minute, and never the same one twice in a row. */
export class StepsBuilder<T> implements Steps<T> {
    readonly at: number[] = [0];
    readonly is: T[];

    constructor(first: T, private readonly isSame: (a: T, b: T) => boolean = Object.is) {
        this.is = [first];
    }

    set(time: number, value: T): void {
        if (this.isSame(this.is.at(-1)!, value)) {
            return;
        }
        if (this.at.at(-1) === time) {
            // The earlier value of this minute lasted no time, so replace it.
            this.is.pop();
            this.at.pop();
            if (this.is.length > 0 && this.isSame(this.is.at(-1)!, value)) {
                return;
            }
        }
        this.at.push(time);
        this.is.push(value);
    }

    /** Returns the steps as plain data. */
    steps(): Steps<T> {
        return { at: this.at, is: this.is };
    }
}
