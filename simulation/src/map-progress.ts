/** The same work, with what it tells on its way put otherwise. */
export function* mapProgress<A, B, T>(work: Generator<A, T>, otherwise: (told: A) => B): Generator<B, T> {
    let step = work.next();
    for (; !step.done; step = work.next()) {
        yield otherwise(step.value);
    }
    return step.value;
}
