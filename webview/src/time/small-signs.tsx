import type { PlacedBox } from '@sup/picture';
import type { VNode } from 'preact';
import { activitySigns } from './activity-signs.js';
import type { SiteStatus } from './site-status.js';

/** The state of a site in a small box: its activity at the corner, and a frame where something fails. */
export function SmallSigns({ box: { x, y, width, height }, status: { activity, clients } }: { readonly box: PlacedBox; readonly status: SiteStatus }): VNode {
    const hasFailure = activity === 'failed' || clients.failing > 0;
    return <g transform={`translate(${x} ${y})`}>
        {hasFailure && <rect class="failure-frame" width={width} height={height} rx="6" />}
        {activity !== 'idle' && <g transform="translate(4 4) scale(0.75)"><circle class={`activity activity-${activity}`} r="9" /><path class="activity-sign" d={activitySigns[activity]} /></g>}
    </g>;
}
