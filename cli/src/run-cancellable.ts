import { setImmediate } from 'node:timers/promises';

/** Thrown when the user cancels a command with Ctrl+C. */
export class CancelledError extends Error {}

/** Milliseconds of work until signals are handled again. */
const chunk = 50;

/**
 * Runs a generator to its end like `runToEnd`, but handles Ctrl+C in between, so that a long command can report that it was cancelled. A second Ctrl+C
 * ends the process at once.
 */
export async function runCancellable<T, P>(work: Generator<P, T>, onProgress: (progress: P) => void): Promise<T> {
    let isCancelled = false;
    const cancel = (): void => void (isCancelled = true);
    process.once('SIGINT', cancel);
    try {
        for (let since = performance.now(); ;) {
            const step = work.next();
            if (step.done) {
                return step.value;
            }
            onProgress(step.value);
            if (performance.now() - since > chunk) {
                await setImmediate();
                since = performance.now();
            }
            if (isCancelled) {
                throw new CancelledError();
            }
        }
    } finally {
        process.off('SIGINT', cancel);
    }
}
