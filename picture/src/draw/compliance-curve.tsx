import { durationText } from '@sup/model';
import type { VNode } from 'preact';

/** A point of the curve: the share of clients that have scanned, some minutes after a publication. */
export interface CompliancePoint {
    readonly minutes: number;
    readonly share: number;
}

const size = { width: 480, height: 170, left: 40, right: 20, top: 12, bottom: 26 } as const;
const shares = [0, 0.5, 0.9, 1] as const;

/** Draws the share of clients that have scanned for an update over time, in the color of the text around it. */
export function ComplianceCurve({ points }: { readonly points: readonly CompliancePoint[] }): VNode | null {
    const last = points.at(-1)?.minutes ?? 0;
    if (last === 0) {
        return null;
    }
    const x = (minutes: number): number => Math.round(10 * (size.left + minutes / last * (size.width - size.left - size.right))) / 10;
    const y = (share: number): number => Math.round(10 * (size.height - size.bottom - share * (size.height - size.top - size.bottom))) / 10;
    const days = Array.from({ length: Math.floor(last / 1440) + 1 }, (_, day) => day * 1440).filter((_, day, all) => day % Math.ceil(all.length / 8) === 0);
    return <svg class="compliance-curve" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={`Clients that have scanned: ${shares.slice(1).map(share => reachedText(points, share)).join(', ')}`}>
        {shares.map(share => <g opacity="0.75">
            <line x1={size.left} x2={size.width - size.right} y1={y(share)} y2={y(share)} stroke="currentColor" stroke-opacity="0.3" />
            <text x={size.left - 6} y={y(share) + 4} text-anchor="end" font-size="11" fill="currentColor">{`${share * 100}%`}</text>
        </g>)}
        {days.map(minutes => <text x={x(minutes)} y={size.height - 8} text-anchor="middle" font-size="11" fill="currentColor" opacity="0.75">{durationText(minutes)}</text>)}
        <polyline points={points.map(({ minutes, share }) => `${x(minutes)},${y(share)}`).join(' ')} fill="none" stroke="currentColor" stroke-width="2" />
    </svg>;
}

function reachedText(points: readonly CompliancePoint[], share: number): string {
    const reached = points.find(point => point.share >= share - 1e-9);
    return `${share * 100}% ${reached ? `after ${durationText(reached.minutes)}` : 'never'}`;
}
