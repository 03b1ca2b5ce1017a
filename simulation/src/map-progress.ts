/** Runs a generator and maps the progress that it yields. */
export function* mapProgress<A, B, T>(work: Generator<A, T>, map: (progress: A) => B): Generator<B, T> {
    let step = work.next();
    for (; !step.done; step = work.next()) {
        yield map(step.value);
    }
    return step.value;
}
