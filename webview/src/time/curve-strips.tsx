import { counted, largestOf, number } from '@sup/model';
import type { PlayedRun } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Axis, xOf } from './axis.js';
import { stripHeights } from './shown-strips.js';
import { StripValue } from './strip-value.js';

interface CurveStripProps {
    readonly run: PlayedRun;
    readonly axis: Axis;
}

const height = stripHeights.curve;
const top = 4;

/** The clients that cannot scan, over time. */
export function CannotScanStrip({ run: { recording: { samples } }, axis }: CurveStripProps): VNode {
    const { interval, cannotScan } = samples;
    const peak = largestOf(cannotScan);
    const area = useMemo(() => areaOf(cannotScan, interval, axis, peak), [samples, axis.from, axis.to, axis.width]);
    const text = peak === 0 ? 'none' : `peak ${counted(peak, 'client')}`;
    return <Strip name="Cannot scan" label={`Clients that cannot scan: ${text}`} axis={axis} value={peak === 0 ? <StripValue text="none" more="" /> : <StripValue text={`peak ${number(peak)}`} more={peak === 1 ? ' client' : ' clients'} />}>
        <path class="area-fail" d={area} />
    </Strip>;
}

/** The clients that have scanned for the latest updates, over time; dashed without the events. */
export function UpToDateStrip({ run: { recording: { samples, clients }, difference }, axis }: CurveStripProps): VNode {
    const { interval, upToDate } = samples;
    const usual = difference?.upToDate ?? [];
    const peak = Math.max(largestOf(upToDate), largestOf(usual), 1);
    const all = clients.reduce((sum, { count }) => sum + count, 0);
    const key = [samples, axis.from, axis.to, axis.width];
    const area = useMemo(() => areaOf(upToDate, interval, axis, peak), key);
    const line = useMemo(() => lineOf(upToDate, interval, axis, peak), key);
    const usualLine = useMemo(() => lineOf(usual, interval, axis, peak), key);
    const share = `peak ${number(Math.round(largestOf(upToDate) / Math.max(all, 1) * 100))} %`;
    return <Strip name="Up to date" note={difference && 'dashed: usual'} label={`Clients that have scanned for the latest updates: ${share} of clients${difference ? '; dashed: in the run without the events' : ''}`} axis={axis} value={<StripValue text={share} more=" of clients" />}>
        <path class="area-ok" d={area} />
        {difference && <path class="line-usual" d={usualLine} />}
        <path class="line-ok" d={line} />
    </Strip>;
}

interface StripProps {
    readonly name: string;
    /** The meaning of a line in the drawing. */
    readonly note?: string | undefined;
    readonly value: VNode;
    readonly label: string;
    readonly axis: Axis;
    readonly children: VNode | readonly (VNode | undefined)[];
}

function Strip({ name, note, value, label, axis, children }: StripProps): VNode {
    return <div class="strip curve" title={label}>
        <span class="strip-name">{name}{note !== undefined && <span class="strip-note">{note}</span>}</span>
        <svg class="strip-drawing" width={axis.width} height={height} role="img" aria-label={label}>
            <path class="base" d={`M0 ${height - 0.5}H${axis.width}`} />
            {children}
        </svg>
        {value}
    </div>;
}

function pointsOf(values: readonly number[], interval: number, axis: Axis, peak: number): readonly string[] {
    const y = (value: number): string => (height - 1 - value / peak * (height - 1 - top)).toFixed(1);
    const first = Math.max(Math.floor(axis.from / interval), 0);
    const last = Math.min(Math.ceil(axis.to / interval), values.length - 1);
    // Points on a straight line are left out.
    const points: string[] = [];
    for (let i = first; i <= last; i++) {
        if (i === first || i === last || values[i] !== values[i - 1] || values[i] !== values[i + 1]) {
            points.push(`${xOf(axis, i * interval).toFixed(1)} ${y(values[i]!)}`);
        }
    }
    return points;
}

function lineOf(values: readonly number[], interval: number, axis: Axis, peak: number): string {
    const points = pointsOf(values, interval, axis, peak);
    return points.length === 0 ? '' : `M${points.join('L')}`;
}

function areaOf(values: readonly number[], interval: number, axis: Axis, peak: number): string {
    const points = pointsOf(values, interval, axis, Math.max(peak, 1));
    return points.length === 0 ? '' : `M${points[0]!.split(' ')[0]} ${height - 1}L${points.join('L')}V${height - 1}Z`;
}
