import { counted, largestOf, number } from '@sup/model';
import type { PlayedRun } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Axis, characterWidth, xOf } from './axis.js';

interface CurveStripProps {
    readonly run: PlayedRun;
    readonly axis: Axis;
}

const height = 32;
const top = 4;

/** The clients that cannot scan, over time. */
export function CannotScanStrip({ run: { recording: { samples } }, axis }: CurveStripProps): VNode {
    const { interval, cannotScan } = samples;
    const peak = largestOf(cannotScan);
    const area = useMemo(() => areaOf(cannotScan, interval, axis, peak), [samples, axis.from, axis.to, axis.width]);
    const text = peak === 0 ? 'none' : `peak ${counted(peak, 'client')}`;
    return <Strip name="Cannot scan" label={`Clients that cannot scan: ${text}`} axis={axis}>
        <path class="area-fail" d={area} />
        <CurveText axis={axis} at={peak === 0 ? axis.from : lastAbove(cannotScan, peak / 10) * interval} otherwise={cannotScan.findIndex(count => count > peak / 50) * interval} text={text} kind={peak === 0 ? 'quiet' : 'fail'} />
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
    const text = `peak ${number(Math.round(largestOf(upToDate) / Math.max(all, 1) * 100))} % of clients`;
    return <Strip name="Up to date" label={`Clients that have scanned for the latest updates: ${text}`} axis={axis}>
        <path class="area-ok" d={area} />
        {difference && <path class="line-usual" d={usualLine} />}
        <path class="line-ok" d={line} />
        <CurveText axis={axis} at={axis.to} otherwise={axis.to} text={difference ? `${text}; dashed: without the events` : text} kind="quiet" />
    </Strip>;
}

interface StripProps {
    readonly name: string;
    readonly label: string;
    readonly axis: Axis;
    readonly children: VNode | readonly (VNode | undefined)[];
}

function Strip({ name, label, axis, children }: StripProps): VNode {
    return <div class="strip curve" title={label}>
        <span class="strip-name">{name}</span>
        <svg class="strip-drawing" width={axis.width} height={height} role="img" aria-label={label}>
            <path class="base" d={`M0 ${height - 0.5}H${axis.width}`} />
            {children}
        </svg>
    </div>;
}

/** A text after a moment, or before another one where there is no room. */
function CurveText({ axis, at, otherwise, text, kind }: { readonly axis: Axis; readonly at: number; readonly otherwise: number; readonly text: string; readonly kind: 'fail' | 'quiet' }): VNode {
    const within = (time: number): number => Math.min(Math.max(xOf(axis, time), 0), axis.width);
    const isLeft = within(at) + text.length * characterWidth > axis.width;
    const x = within(isLeft ? otherwise : at);
    return <text class={`curve-text curve-text-${kind}`} x={isLeft ? x - 6 : x + 6} y="14" text-anchor={isLeft ? 'end' : undefined}>{text}</text>;
}

const lastAbove = (values: readonly number[], limit: number): number => values.findLastIndex(value => value > limit) + 1;

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
