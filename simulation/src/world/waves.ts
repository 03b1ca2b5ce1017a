/** The clients of a group are simulated in this many parts, in the order in which they scan. */
export const cohortsOfGroup = 8;

/**
 * The minutes of a wave of scans at which each eighth of the clients has started, from the start of the wave. Each client starts at the sum of
 * even draws over the given periods, such as its policy poll and the random delay of its scan.
 */
export function waveEdges(periods: readonly number[]): readonly number[] {
    const widths = periods.filter(period => period > 0);
    const end = widths.reduce((sum, width) => sum + width, 0);
    return Array.from({ length: cohortsOfGroup + 1 }, (_, i) => i === 0 ? 0 : i === cohortsOfGroup ? end : Math.round(quantile(widths, end, i / cohortsOfGroup)));
}

function quantile(widths: readonly number[], end: number, share: number): number {
    let [low, high] = [0, end];
    while (high - low > 1e-6) {
        const middle = (low + high) / 2;
        if (startedShare(widths, middle) < share) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/** The share of the clients that have started after some minutes of a wave: the probability that the sum of even draws over these widths is at most `time`. */
export function startedShare(widths: readonly number[], time: number): number {
    let sum = 0;
    for (let set = 0; set < 2 ** widths.length; set++) {
        const chosen = widths.filter((_, i) => Math.floor(set / 2 ** i) % 2 === 1);
        const rest = Math.max(0, time - chosen.reduce((total, width) => total + width, 0));
        sum += (chosen.length % 2 === 1 ? -1 : 1) * rest ** widths.length;
    }
    return widths.reduce((share, width, i) => share / width / (i + 1), sum);
}

/** The numbers of clients in the parts of a group. A small group has empty parts. */
export function cohortSizes(clients: number): readonly number[] {
    return Array.from({ length: cohortsOfGroup }, (_, i) => Math.floor((i + 1) * clients / cohortsOfGroup) - Math.floor(i * clients / cohortsOfGroup));
}
