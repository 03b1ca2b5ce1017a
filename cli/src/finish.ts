/** Does work to its end in one go, and tells what it yields on the way. */
export function finish<T, Told>(work: Generator<Told, T>, tell: (told: Told) => void): T {
    for (;;) {
        const step = work.next();
        if (step.done) {
            return step.value;
        }
        tell(step.value);
    }
}
