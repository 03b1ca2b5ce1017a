/** The most names to compare, so that a file full of errors does not take quadratic time. */
const mostNames = 5_000;
/** Longer words are rarely misspellings, and the time of a comparison grows with the product of the lengths. */
const mostCharacters = 64;

/** Up to three names that differ from a word by few letters, closest first. */
export function nearest(word: string, names: Iterable<string>): readonly string[] {
    if (word.length > mostCharacters) {
        return [];
    }
    const wanted = word.toLowerCase();
    const limit = Math.max(1, Math.floor(wanted.length / 3));
    const close: { name: string; distance: number }[] = [];
    let count = 0;
    for (const name of names) {
        if (++count > mostNames) {
            break;
        }
        const distance = name === '' || Math.abs(name.length - wanted.length) > limit ? limit + 1 : editDistance(wanted, name.toLowerCase());
        if (distance <= limit) {
            close.push({ name, distance });
        }
    }
    return close.sort((a, b) => a.distance - b.distance).slice(0, 3).map(({ name }) => name);
}

/** The number of insertions, deletions, substitutions and swaps of adjacent letters that turn one word into the other. */
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
