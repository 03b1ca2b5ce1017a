// @ts-check
import { runBench } from './run-bench.mjs';
import { count, machine } from './words.mjs';

/** @typedef {readonly [median: number, p95: number]} Both */
/** @typedef {{ sites: number, runs: number, first: Both, typed: Both, dragged: Both, floor: Both, floorFrames: Both }} Measurement */

/** The response times of the preview in a browser. */
export const preview = {
    name: 'preview',
    /** @param {{ profile: boolean }} options */
    async section({ profile }) {
        const { frames, measurements } = /** @type {{ frames: number, measurements: readonly Measurement[] }} */ (await runBench('preview', profile));
        const rows = measurements.map(({ sites, runs, first, typed, dragged, floor, floorFrames }) =>
            `| ${[count(sites), String(runs), ms(first), ms(typed), ms(floor), ratio(typed, floor), ms(dragged), ms(floorFrames), ratio(dragged, floorFrames)].join(' | ')} |`);
        return `## The preview

Median and 95th percentile, in a browser without graphics hardware. *First* is the time from the arrival of a plan until its picture is drawn;
*typed* is the same after a letter is typed in the name of a site. Their floor is an empty page that receives as much data. *Dragging* is
the time between frames while the time slider of a run of 14 days is dragged from one end to the other (${frames} frames). Its floor is an
empty page that does nothing. Each site has a software update point and clients. ${machine()}.

| Sites | Runs | First | Typed | Floor | Typed : floor | Dragging | Floor | Ratio |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
    }
};

/** @param {Both} both */
function ms([middle, high]) {
    return `${middle.toFixed(middle < 100 ? 1 : 0)} / ${high.toFixed(high < 100 ? 1 : 0)} ms`;
}

/**
 * @param {Both} values
 * @param {Both} floor
 */
function ratio([value], [floor]) {
    return (value / floor).toFixed(1);
}
