/** The value that so large a share of several measurements does not exceed: 0.5 is the median; of an even number the lower of the two in the middle. */
export function quantile(values: readonly number[], share: number): number {
    return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
