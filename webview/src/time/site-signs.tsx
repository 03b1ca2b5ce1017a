import type { PlacedBox } from '@sup/picture';
import type { VNode } from 'preact';
import { activitySigns } from './activity-signs.js';
import { ClientSigns } from './client-signs.js';
import { ComponentSigns } from './component-signs.js';
import type { SiteStatus } from './site-status.js';
import { activityWords } from './wording.js';

interface SiteSignsProps {
    readonly box: PlacedBox;
    readonly status: SiteStatus;
}

/** Consecutive catalog versions have different colors; the number is shown as well. */
const colors = 5;

/** The state of a site at a moment: catalog and activity at the top edge of its box, clients at the bottom edge. */
export function SiteSigns({ box, status }: SiteSignsProps): VNode | null {
    const { x, y, width, height, level } = box;
    const { activity, version, newest, hasDrift, clients, later } = status;
    const versionText = version === undefined ? '' : version === 0 ? '–' : version < newest ? `v${version} < v${newest}` : `v${version}`;
    const versionClass = version === undefined || version === 0 ? 'version-none' : `version-${version % colors}${version < newest ? ' version-behind' : ''}`;
    if (level !== 'full') {
        return null; // The box itself shows how its clients are.
    }
    const versionWidth = 16 + 7 * versionText.length;
    const words = activity === 'idle' ? '' : activityWords[activity];
    return <g transform={`translate(${x} ${y})`}>
        {versionText !== '' && <g transform="translate(8 -10)">
            <rect class={`version ${versionClass}`} width={versionWidth} height="18" rx="9" />
            <text class="sign-text" x={versionWidth / 2} y="13" text-anchor="middle">{versionText}</text>
        </g>}
        {words !== '' && <g transform={`translate(${versionWidth + 14} -10)`}>
            <rect class={`activity activity-${activity}`} width={26 + 6.4 * Math.min(words.length, 22)} height="18" rx="4" />
            <path class="activity-sign" d={activitySigns[activity]} transform="translate(11 9)" />
            <text class="sign-text" x="21" y="13">{words.length > 22 ? `${words.slice(0, 21)}…` : words}</text>
        </g>}
        <ComponentSigns working={status.working} right={width - 8} />
        {hasDrift && <g transform={`translate(${width} ${height / 2})`}><title>WSUS settings were changed outside the Configuration Manager console</title><circle class="drift" r="8" /><text class="sign-text" y="4" text-anchor="middle">≠</text></g>}
        <ClientSigns clients={clients} x={8} y={height} />
        {later !== undefined && <g transform={`translate(${width - 10 - 7 * later.length} ${height - 8})`}><rect class="later" width={10 + 7 * later.length} height="18" rx="4" /><text class="sign-text" x="5" y="13">{later}</text></g>}
    </g>;
}
