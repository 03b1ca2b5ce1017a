import type { Steps } from '../recording.js';

/** Collects what something was over time: one value a minute, and none twice in a row. */
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
            // It was something else for no time at all.
            this.is.pop();
            this.at.pop();
            if (this.is.length > 0 && this.isSame(this.is.at(-1)!, value)) {
                return;
            }
        }
        this.at.push(time);
        this.is.push(value);
    }

    /** Plain data. */
    steps(): Steps<T> {
        return { at: this.at, is: this.is };
    }
}
