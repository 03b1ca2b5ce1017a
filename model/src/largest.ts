/** The largest of some numbers, none of which is negative; 0 if there are none. There may be more of them than a call can take arguments. */
export function largestOf(values: readonly number[]): number {
    return values.reduce((largest, each) => Math.max(largest, each), 0);
}
