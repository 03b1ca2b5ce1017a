import type { Detail, PlacedBox } from '@sup/picture';
import type { Activity, WorkingComponent } from '@sup/playback';
import type { VNode } from 'preact';
import type { SiteLook } from './site-look.js';
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
        <Components working={look.working} right={width - 8} />
        {hasDrift && <g transform={`translate(${width} ${height / 2})`}><title>Settings of WSUS were changed behind the console</title><circle class="drift" r="8" /><text class="sign-text" y="4" text-anchor="middle">≠</text></g>}
        <Clients clients={clients} x={8} y={height} />
        {later !== undefined && <g transform={`translate(${width - 10 - 7 * later.length} ${height - 8})`}><rect class="later" width={10 + 7 * later.length} height="18" rx="4" /><text class="sign-text" x="5" y="13">{later}</text></g>}
    </g>;
}

interface SmallSignsProps {
    readonly box: PlacedBox;
    readonly look: SiteLook;
    readonly versionText: string;
    readonly versionClass: string;
    readonly isDot: boolean;
}

/** The same from afar: the version, and what is the matter, as large as the box allows. */
function SmallSigns({ box: { x, y, width, height }, look: { activity, clients }, versionText, versionClass, isDot }: SmallSignsProps): VNode {
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

/** Drawings of 10 by 10 pixels around their middle. */
const activitySigns: Readonly<Record<Activity, string>> = {
    idle: '', queued: 'M-3 -4h6l-6 8h6z', wsus: 'M0 -4.5v7M-3 -0.5L0 2.5L3 -0.5M-4 4.5h8', settling: 'M-4 0h.1M0 0h.1M4 0h.1', database: 'M-4 -4h8v8h-8zM-4 -1h8', internet: 'M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0M-4 0h8M0 -4v8', failed: 'M-3.5 -3.5L3.5 3.5M3.5 -3.5L-3.5 3.5'
};

const componentSigns: Readonly<Record<WorkingComponent, { readonly letters: string; readonly name: string }>> = {
    SMS_WSUS_SYNC_MANAGER: { letters: 'SYNC', name: 'Synchronization Manager is at work' },
    SMS_WSUS_CONFIGURATION_MANAGER: { letters: 'WCM', name: 'WSUS Configuration Manager is at work' },
    SMS_WSUS_CONTROL_MANAGER: { letters: 'CTRL', name: 'WSUS Control Manager is at work' }
};

function Components({ working, right }: { readonly working: readonly WorkingComponent[]; readonly right: number }): VNode {
    return <>{working.map((component, i) => {
        const { letters, name } = componentSigns[component];
        return <g key={component} transform={`translate(${right - 34 * (i + 1)} 11)`}><title>{name}</title><rect class="component" width="32" height="14" rx="3" /><text class="component-text" x="16" y="10.5" text-anchor="middle">{letters}</text></g>;
    })}</>;
}

function Clients({ clients: { failing, stale, never }, x, y }: { readonly clients: SiteLook['clients']; readonly x: number; readonly y: number }): VNode {
    const signs = ([[failing, '✕', 'client-failing', 'clients whose scans fail'], [stale, '…', 'client-stale', 'clients that lack new updates'], [never, '○', 'client-never', 'clients that have not scanned yet']] as const).filter(([count]) => count > 0);
    let left = x;
    return <>{signs.map(([count, sign, kind, meaning]) => {
        const text = `${sign} ${count.toLocaleString('en')}`;
        const width = 12 + 7 * text.length;
        const from = left;
        left += width + 4;
        return <g key={kind} transform={`translate(${from} ${y - 8})`}><title>{`${count.toLocaleString('en')} ${meaning}`}</title><rect class={kind} width={width} height="17" rx="8" /><text class="sign-text" x={width / 2} y="12.5" text-anchor="middle">{text}</text></g>;
    })}</>;
}
