/** How many items two lists share at their beginning and, apart from those, at their end. */
export function sharedEnds<A, B>(a: readonly A[], b: readonly B[], isSame: (a: A, b: B) => boolean): { readonly start: number; readonly end: number } {
    const most = Math.min(a.length, b.length);
    let start = 0;
    while (start < most && isSame(a[start]!, b[start]!)) {
        start++;
    }
    let end = 0;
    while (end < most - start && isSame(a.at(-1 - end)!, b.at(-1 - end)!)) {
        end++;
    }
    return { start, end };
}
