import type { Detail, PlacedBox } from '@sup/picture';
import type { VNode } from 'preact';
import { activitySigns } from './activity-signs.js';
import { ClientSigns } from './client-signs.js';
import { ComponentSigns } from './component-signs.js';
import type { SiteLook } from './site-look.js';
import { SmallSigns } from './small-signs.js';
import { activityWords } from './wording.js';

interface SiteSignsProps {
    readonly box: PlacedBox;
    readonly detail: Detail;
    readonly look: SiteLook;
}

/** Versions of the catalog that follow each other have different colours. Their numbers stand beside. */
const colours = 5;

/** How a site is at a moment: on the upper edge of its box what its catalog is and what it does, on the lower one how its clients are. */
export function SiteSigns({ box, detail, look }: SiteSignsProps): VNode {
    const { x, y, width, height } = box;
    const { activity, version, newest, hasDrift, clients, later } = look;
    const versionText = version === undefined ? '' : version === 0 ? '–' : version < newest ? `v${version} < v${newest}` : `v${version}`;
    const versionClass = version === undefined || version === 0 ? 'version-none' : `version-${version % colours}${version < newest ? ' version-behind' : ''}`;
    if (detail !== 'full') {
        return <SmallSigns box={box} look={look} versionText={versionText} versionClass={versionClass} isDot={detail === 'dot'} />;
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
        <ComponentSigns working={look.working} right={width - 8} />
        {hasDrift && <g transform={`translate(${width} ${height / 2})`}><title>Settings of WSUS were changed behind the console</title><circle class="drift" r="8" /><text class="sign-text" y="4" text-anchor="middle">≠</text></g>}
        <ClientSigns clients={clients} x={8} y={height} />
        {later !== undefined && <g transform={`translate(${width - 10 - 7 * later.length} ${height - 8})`}><rect class="later" width={10 + 7 * later.length} height="18" rx="4" /><text class="sign-text" x="5" y="13">{later}</text></g>}
    </g>;
}
