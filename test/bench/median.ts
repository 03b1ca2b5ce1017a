/** The middle one of several measurements; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
    return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1]!;
}
