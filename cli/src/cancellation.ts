import { setImmediate } from 'node:timers/promises';

/** Thrown when the user cancels a command with Ctrl+C. */
export class CancelledError extends Error {}

/** Milliseconds of work until signals are handled again. */
const chunk = 50;

/**
 * Handles Ctrl+C until it is disposed, so that a long command can report that it was cancelled. A second Ctrl+C ends the process at once. Node handles
 * signals only between two tasks, so the parsing of a large file is finished first.
 */
export class Cancellation implements Disposable {
    private isRequested = false;
    private readonly request = (): void => void (this.isRequested = true);

    constructor() {
        process.once('SIGINT', this.request);
    }

    /** Throws if the user has cancelled the command. */
    check(): void {
        if (this.isRequested) {
            throw new CancelledError();
        }
    }

    /** Lets signals be handled, and then throws if the user has cancelled the command. */
    async checkNow(): Promise<void> {
        await setImmediate();
        this.check();
    }

    /** Runs a generator to its end like `runToEnd`, but can be cancelled in between. */
    async run<T, P>(work: Generator<P, T>, onProgress: (progress: P) => void): Promise<T> {
        for (let since = performance.now(); ;) {
            const step = work.next();
            if (step.done) {
                return step.value;
            }
            onProgress(step.value);
            if (performance.now() - since > chunk) {
                await this.checkNow();
                since = performance.now();
            }
        }
    }

    [Symbol.dispose](): void {
        process.off('SIGINT', this.request);
    }
}
