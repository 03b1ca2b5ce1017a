/** Returns the index of the first item for which `isBefore` is false, by binary search. The items for which it is true must come first. */
export function lowerBound<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
    let [low, high] = [0, items.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        [low, high] = isBefore(items[middle]!) ? [middle + 1, high] : [low, middle];
    }
    return low;
}
