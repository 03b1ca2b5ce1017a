/** Caches the results of a function by its argument, as long as that object exists. */
export function memoize<K extends object, T>(compute: (key: K) => T): (key: K) => T {
    const cache = new WeakMap<K, { readonly value: T }>();
    return key => {
        const found = cache.get(key) ?? { value: compute(key) };
        cache.set(key, found);
        return found.value;
    };
}
