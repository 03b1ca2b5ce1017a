/** A time range and the width of its drawing in pixels. */
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

/** Intervals between ticks, in minutes: round numbers on a clock or a calendar. */
const steps = [5, 15, 30, 60, 180, 360, 720, 1_440, 2_880, 10_080, 40_320, 120_960];
/** In pixels: the space that the text of a tick needs. */
const minTickWidth = 62;

/** About the width of a character in pixels, to decide where a text fits. */
export const characterWidth = 6.6;

export function xOf({ from, to, width }: Axis, time: number): number {
    return to === from ? 0 : (time - from) / (to - from) * width;
}

export function timeAt({ from, to, width }: Axis, x: number): number {
    return width === 0 ? from : from + x / width * (to - from);
}

/** Places ticks as densely as their texts allow, labeled with the day at midnight and with the time of day otherwise. */
export function ticksOf(axis: Axis): readonly Tick[] {
    const { from, to, width } = axis;
    const step = steps.find(each => each / Math.max(to - from, 1) * width >= minTickWidth) ?? steps.at(-1)!;
    const first = Math.ceil(from / step) * step;
    return Array.from({ length: Math.max(Math.floor((to - first) / step) + 1, 0) }, (_, i) => first + i * step).map(at => ({ at, x: xOf(axis, at), text: tickText(at) }));
}

function tickText(at: number): string {
    const minuteOfDay = at % 1_440;
    return minuteOfDay === 0 ? `day ${at / 1_440}` : `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

/** Zooms a time range within the run, keeping the time at `x` at its position. */
export function zoomAxis({ from, to, width }: Axis, factor: number, x: number, duration: number): { readonly from: number; readonly to: number } {
    const length = Math.min(Math.max((to - from) / factor, 30), duration);
    const fixed = timeAt({ from, to, width }, x);
    const start = Math.min(Math.max(fixed - length * (width === 0 ? 0 : x / width), 0), duration - length);
    return { from: start, to: start + length };
}
