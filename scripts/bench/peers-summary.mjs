// @ts-check
// What is said of the peers: for each measure who is best, who is in the middle, and where ours stands.

/** @typedef {{ median: number, p95: number, runs: number }} Measurement */
/** @typedef {{ name: string, packages: Record<string, string>, isNative: boolean, completesNames: boolean, remark: string }} Peer */
/** @typedef {{ measured: Record<string, Record<string, Measurement>>, reasons: Record<string, Record<string, string>> }} Result What was measured of ours and a contender, by measure. */
/** @typedef {{ elements: number, results: Record<string, Result> }} Size */
/** @typedef {(of: (measure: string) => Measurement | undefined) => number | undefined} Value */
/** @typedef {{ name: string, value: number }} Placed */
/**
 * @typedef {object} Standing
 * @property {Placed} best
 * @property {Placed} middle
 * @property {number} ours
 * @property {number} toBest How many times ours goes into the best peer: above 1, ours is ahead.
 * @property {number} toMiddle
 */

/**
 * Who did best, who did middling: of an even number the better of the two in the middle. Nothing where ours or every peer has no figure.
 * @param {Size} size
 * @param {readonly Peer[]} peers
 * @param {Value} value
 * @returns {Standing | undefined}
 */
export function standing(size, peers, value) {
    const placed = peers
        .flatMap(({ name }) => {
            const figure = valueOf(size, name, value);
            return figure === undefined ? [] : [{ name, value: figure }];
        })
        .sort((a, b) => a.value - b.value);
    const [best, middle, ours] = [placed[0], placed[(placed.length - 1) >> 1], oursOf(size, value)];
    return best && middle && ours !== undefined ? { best, middle, ours, toBest: best.value / ours, toMiddle: middle.value / ours } : undefined;
}

/**
 * @param {Size} size
 * @param {string} name
 * @param {Value} value
 */
export function valueOf({ results }, name, value) {
    return value(measure => results[name]?.measured[measure]?.[name]);
}

/**
 * Ours is measured beside everybody; the median of that counts.
 * @param {Size} size
 * @param {Value} value
 */
export function oursOf({ results }, value) {
    const values = Object.values(results).map(({ measured }) => value(measure => measured[measure]?.['ours'])).filter(figure => figure !== undefined).sort((a, b) => a - b);
    return values[(values.length - 1) >> 1];
}
