/** The value that the given share of the measurements does not exceed. A share of 0.5 gives the median; of an even number, the lower of the two middle values. */
export function quantile(values: readonly number[], share: number): number {
    return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
