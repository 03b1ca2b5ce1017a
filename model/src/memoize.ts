/** Makes a question answer from memory the second time it is asked about the same object, for as long as that object lives. */
export function memoize<K extends object, T>(answer: (of: K) => T): (of: K) => T {
    const known = new WeakMap<K, { readonly value: T }>();
    return of => {
        const found = known.get(of) ?? { value: answer(of) };
        known.set(of, found);
        return found.value;
    };
}
