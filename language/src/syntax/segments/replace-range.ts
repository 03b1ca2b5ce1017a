/** Puts items of a list in the place of others. Where they are as many, nothing moves. There may be more of them than a call takes arguments. */
export function replaceRange<T>(list: T[], start: number, removed: number, added: readonly T[]): void {
    const behind = removed === added.length ? [] : list.splice(start).slice(removed);
    added.forEach((item, i) => {
        list[start + i] = item;
    });
    for (const item of behind) {
        list.push(item);
    }
}
