/** Long work that yields where other requests may be served. */
export type ChunkedWork<T> = Generator<void, T>;

/** Runs work to its end, without serving other requests in between. */
export function finish<T>(work: ChunkedWork<T>): T {
    let step = work.next();
    while (!step.done) {
        step = work.next();
    }
    return step.value;
}
