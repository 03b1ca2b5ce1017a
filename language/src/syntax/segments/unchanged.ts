/**
 * How many characters two texts share at their beginning and, apart from those, at their end. Halves are compared as wholes, which
 * costs a tenth of going through their characters one by one.
 */
export function unchangedEnds(a: string, b: string): { readonly start: number; readonly end: number } {
    const shorter = Math.min(a.length, b.length);
    const start = sharedLength(shorter, (from, to) => a.slice(from, to) === b.slice(from, to));
    const end = sharedLength(shorter - start, (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from));
    return { start, end };
}

/** The length of the longest stretch from the beginning that is the same; each step looks at half of what is left. */
function sharedLength(most: number, isSame: (from: number, to: number) => boolean): number {
    let [from, to] = [0, most];
    while (from < to) {
        const middle = (from + to + 1) >> 1;
        if (isSame(from, middle)) {
            from = middle;
        } else {
            to = middle - 1;
        }
    }
    return from;
}
