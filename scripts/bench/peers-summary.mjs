// @ts-check
// What is said of the peers: for each measure who is best, who is in the middle, and where ours stands.

/** @typedef {{ median: number, p95: number, runs: number }} Measurement */
/** @typedef {{ name: string, packages: Record<string, string>, isNative: boolean, completesNames: boolean, remark: string }} Peer */
/** @typedef {{ measured: Record<string, Record<string, Measurement>>, reasons: Record<string, Record<string, string>> }} Result What was measured of ours and a contender, by measure. */
/** @typedef {{ elements: number, results: Record<string, Result> }} Size */
/** @typedef {(of: (measure: string) => Measurement | undefined) => number | undefined} Value */
/**
 * A peer's figure, and that of ours beside it: a machine that was busy then was so for both.
 * @typedef {object} Placed
 * @property {string} name
 * @property {number} value
 * @property {number} ours
 * @property {number} ratio How many times ours goes into the peer's: above 1, ours is ahead.
 */

/**
 * Who did best, who did middling: of an even number the better of the two in the middle. Nothing where there is nobody to compare.
 * @param {Size} size
 * @param {readonly Peer[]} peers
 * @param {Value} value
 * @returns {{ readonly best: Placed, readonly middle: Placed } | undefined}
 */
export function standing(size, peers, value) {
    const placed = peers.flatMap(({ name }) => place(size, name, value) ?? []).sort((a, b) => a.value - b.value);
    const [best, middle] = [placed[0], placed[(placed.length - 1) >> 1]];
    return best && middle && { best, middle };
}

/**
 * @param {Size} size
 * @param {string} name
 * @param {Value} measured
 * @returns {Placed | undefined}
 */
function place(size, name, measured) {
    const [value, ours] = [valueOf(size, name, measured), measured(measure => size.results[name]?.measured[measure]?.['ours'])];
    return value === undefined || ours === undefined ? undefined : { name, value, ours, ratio: value / ours };
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
 * Ours is measured beside everybody: the median of that.
 * @param {Size} size
 * @param {Value} value
 */
export function oursOf({ results }, value) {
    const values = Object.values(results).map(({ measured }) => value(measure => measured[measure]?.['ours'])).filter(figure => figure !== undefined).sort((a, b) => a - b);
    return values[(values.length - 1) >> 1];
}
