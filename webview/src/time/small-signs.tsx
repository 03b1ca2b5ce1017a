import type { PlacedBox } from '@sup/picture';
import type { VNode } from 'preact';
import { activitySigns } from './activity-signs.js';
import type { SiteStatus } from './site-status.js';

interface SmallSignsProps {
    readonly box: PlacedBox;
    readonly status: SiteStatus;
    readonly versionText: string;
    readonly versionClass: string;
    readonly isDot: boolean;
}

/** The state of a site at a small zoom level: its catalog version and its activity, as large as the box allows. */
export function SmallSigns({ box: { x, y, width, height }, status: { activity, clients }, versionText, versionClass, isDot }: SmallSignsProps): VNode {
    const hasFailure = activity === 'failed' || clients.failing > 0;
    return <g transform={`translate(${x} ${y})`}>
        {versionText !== '' && <rect class={`version version-far ${versionClass}`} x="5" y={height - (isDot ? 24 : 42)} width={width - 10} height={isDot ? 18 : 36} rx="12" />}
        {versionText !== '' && !isDot && <text class="far-text" x={width / 2} y={height - 15} text-anchor="middle">{versionText}</text>}
        {activity !== 'idle' && <g transform={`translate(${width - 8} 8)${isDot ? ' scale(3)' : ' scale(2.4)'}`}>
            <circle class={`activity activity-${activity}`} r="9" /><path class="activity-sign" d={activitySigns[activity]} />
        </g>}
        {hasFailure && <rect class="failure-frame" width={width} height={height} rx="7" />}
    </g>;
}
