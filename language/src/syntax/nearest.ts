/** At most this many names are compared, so that a file full of mistakes does not take quadratic time. */
const compared = 5_000;
/** Longer words are no slips of the pen, and comparing two of them takes the product of their lengths. */
const longest = 64;

/** The names that differ from a word by few letters, the likeliest first, at most three. */
export function nearest(word: string, names: Iterable<string>): readonly string[] {
    if (word.length > longest) {
        return [];
    }
    const wanted = word.toLowerCase();
    const limit = Math.max(1, Math.floor(wanted.length / 3));
    const close: { name: string; distance: number }[] = [];
    let count = 0;
    for (const name of names) {
        if (++count > compared) {
            break;
        }
        const distance = name === '' || Math.abs(name.length - wanted.length) > limit ? limit + 1 : editDistance(wanted, name.toLowerCase());
        if (distance <= limit) {
            close.push({ name, distance });
        }
    }
    return close.sort((a, b) => a.distance - b.distance).slice(0, 3).map(({ name }) => name);
}

/** Letters to insert, delete, change or swap with their neighbour to turn one word into the other. */
function editDistance(a: string, b: string): number {
    let beforeLast: number[] = [];
    let last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2]! + 1 : Infinity;
            row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, changed, swapped));
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length]!;
}
