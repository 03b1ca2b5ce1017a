/** Runs a generator to its end synchronously, and passes on the progress that it yields. */
export function runToEnd<T, P>(work: Generator<P, T>, onProgress: (progress: P) => void = () => undefined): T {
    for (;;) {
        const step = work.next();
        if (step.done) {
            return step.value;
        }
        onProgress(step.value);
    }
}
