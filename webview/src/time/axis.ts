/** A stretch of time, drawn over so many pixels. */
export interface Axis {
    readonly from: number;
    readonly to: number;
    readonly width: number;
}

export interface Tick {
    readonly at: number;
    readonly x: number;
    readonly text: string;
}

/** Steps between ticks, in minutes: times at which people look at a clock or a calendar. */
const steps = [5, 15, 30, 60, 180, 360, 720, 1_440, 2_880, 10_080, 40_320, 120_960];
/** Pixels that the text of a tick needs. */
const room = 62;

export function xOf({ from, to, width }: Axis, time: number): number {
    return to === from ? 0 : (time - from) / (to - from) * width;
}

export function timeAt({ from, to, width }: Axis, x: number): number {
    return width === 0 ? from : from + x / width * (to - from);
}

/** Ticks as close as their texts allow: days where a day begins, else times of day. */
export function ticksOf(axis: Axis): readonly Tick[] {
    const { from, to, width } = axis;
    const step = steps.find(each => each / Math.max(to - from, 1) * width >= room) ?? steps.at(-1)!;
    const first = Math.ceil(from / step) * step;
    return Array.from({ length: Math.max(Math.floor((to - first) / step) + 1, 0) }, (_, i) => first + i * step).map(at => ({ at, x: xOf(axis, at), text: tickText(at) }));
}

function tickText(at: number): string {
    const ofDay = at % 1_440;
    return ofDay === 0 ? `day ${at / 1_440}` : `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** A shorter or longer stretch with the moment under the hand where it is, within the run. */
export function zoomAxis({ from, to, width }: Axis, factor: number, x: number, duration: number): { readonly from: number; readonly to: number } {
    const length = Math.min(Math.max((to - from) / factor, 30), duration);
    const under = timeAt({ from, to, width }, x);
    const start = Math.min(Math.max(under - length * (width === 0 ? 0 : x / width), 0), duration - length);
    return { from: start, to: start + length };
}
