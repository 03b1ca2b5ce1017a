/** Groups items by each of their keys, in their order. Empty keys are ignored. */
export function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
    const groups = new Map<string, T[]>();
    for (const item of items) {
        for (const key of new Set(keysOf(item))) {
            const group = groups.get(key);
            if (group) {
                group.push(item);
            } else if (key !== '') {
                groups.set(key, [item]);
            }
        }
    }
    return groups;
}
