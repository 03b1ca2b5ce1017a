import type { PlacedBox } from '@sup/picture';
import type { VNode } from 'preact';
import { activitySigns } from './activity-signs.js';
import type { SiteLook } from './site-look.js';

interface SmallSignsProps {
    readonly box: PlacedBox;
    readonly look: SiteLook;
    readonly versionText: string;
    readonly versionClass: string;
    readonly isDot: boolean;
}

/** A site from afar: the version of its catalog, and what is the matter, as large as the box allows. */
export function SmallSigns({ box: { x, y, width, height }, look: { activity, clients }, versionText, versionClass, isDot }: SmallSignsProps): VNode {
    const hasTrouble = activity === 'failed' || clients.failing > 0;
    return <g transform={`translate(${x} ${y})`}>
        {versionText !== '' && <rect class={`version version-far ${versionClass}`} x="5" y={height - (isDot ? 24 : 42)} width={width - 10} height={isDot ? 18 : 36} rx="12" />}
        {versionText !== '' && !isDot && <text class="far-text" x={width / 2} y={height - 15} text-anchor="middle">{versionText}</text>}
        {activity !== 'idle' && <g transform={`translate(${width - 8} 8)${isDot ? ' scale(3)' : ' scale(2.4)'}`}>
            <circle class={`activity activity-${activity}`} r="9" /><path class="activity-sign" d={activitySigns[activity]} />
        </g>}
        {hasTrouble && <rect class="trouble-frame" width={width} height={height} rx="7" />}
    </g>;
}
