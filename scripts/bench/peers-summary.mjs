// @ts-check
// Summarizes the measurements of the peers: for each measure, the best peer, the middle one, and our server in turn with each.

/** @typedef {{ median: number, p95: number, runs: number }} Measurement */
/** @typedef {{ name: string, packages: Record<string, string>, isNative: boolean, completesNames: boolean, remark: string }} Peer */
/** @typedef {{ measured: Record<string, Record<string, Measurement>>, reasons: Record<string, Record<string, string>> }} Result The measurements of our server and a peer, by measure. */
/** @typedef {{ elements: number, results: Record<string, Result> }} Size */
/** @typedef {(of: (measure: string) => Measurement | undefined) => number | undefined} Value */
/**
 * The value of a peer, and of our server measured in turn with it, under the same load of the machine.
 * @typedef {object} Placed
 * @property {string} name
 * @property {number} value
 * @property {number} ours
 * @property {number} ratio The value of the peer divided by ours: above 1, ours is better.
 */

/**
 * The best and the middle peer; of an even number of peers, the better of the two in the middle. Undefined if no peer has a value.
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
 * The median of our server's values, since it is measured in turn with each peer.
 * @param {Size} size
 * @param {Value} value
 */
export function oursOf({ results }, value) {
    const values = Object.values(results).map(({ measured }) => value(measure => measured[measure]?.['ours'])).filter(figure => figure !== undefined).sort((a, b) => a - b);
    return values[(values.length - 1) >> 1];
}
