/**
 * Replaces a range of a list in place. Does not move the rest if the length stays the same, and does not use `splice` with added items,
 * since there may be more of them than a call can have arguments.
 */
export function replaceRange<T>(list: T[], start: number, removed: number, added: readonly T[]): void {
    const rest = removed === added.length ? [] : list.splice(start).slice(removed);
    added.forEach((item, i) => {
        list[start + i] = item;
    });
    for (const item of rest) {
        list.push(item);
    }
}
