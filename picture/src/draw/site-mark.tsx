import { number } from '@sup/model';
import type { VNode } from 'preact';
import type { Size } from '../layout/layout.js';
import type { SiteMark } from '../scene/scene.js';

/** The sign and the meaning of each kind of difference. Kinds also differ in the pattern and the color of the frame. */
export const siteMarks: Readonly<Record<SiteMark['kind'], { readonly sign: string; readonly meaning: string }>> = {
    added: { sign: '+', meaning: 'added' },
    removed: { sign: '−', meaning: 'removed' },
    moved: { sign: '→', meaning: 'moved' },
    former: { sign: '→', meaning: 'moved away' },
    changed: { sign: '~', meaning: 'changed' },
    consequence: { sign: '=', meaning: 'changed as a consequence' },
    kept: { sign: '?', meaning: 'last valid version; its text has errors' },
    differs: { sign: '~', meaning: 'differs' },
    'not-found': { sign: '+', meaning: 'only in the plan' },
    'not-planned': { sign: '−', meaning: 'only in reality' },
    'not-compared': { sign: '?', meaning: 'not compared' }
};

/** The marks for the kinds of changes, where the earlier version is the real hierarchy. */
export const realityMarks = { added: 'not-found', removed: 'not-planned', changed: 'differs', moved: 'moved', consequence: 'differs' } as const satisfies Record<string, SiteMark['kind']>;

/** The number of lines that fit into a tooltip. */
const maxTooltipLines = 12;

/** The differences of a site, one per line. */
export function markLines({ kind, lines }: SiteMark, most = maxTooltipLines): readonly string[] {
    return [siteMarks[kind].meaning, ...lines.slice(0, most), ...lines.length > most ? [`and ${number(lines.length - most)} more`] : []];
}

/** The frame of a site that differs, and its sign unless the box has it. The tooltip lists the differences. */
export function MarkedSite({ mark, box: { width, height }, hasSign }: { readonly mark: SiteMark; readonly box: Size; readonly hasSign: boolean }): VNode {
    return <g class={`site-mark site-${mark.kind}`}>
        <title>{markLines(mark).join('\n')}</title>
        <rect class="mark-frame" width={width} height={height} rx="6" />
        {(mark.kind === 'changed' || mark.kind === 'differs') && <rect class="mark-frame mark-inner" x="3" y="3" width={width - 6} height={height - 6} rx="4" />}
        {hasSign && <MarkBadge kind={mark.kind} x={0} y={0} scale={0.8} />}
    </g>;
}

export function MarkBadge({ kind, x, y, scale = 1 }: { readonly kind: SiteMark['kind']; readonly x: number; readonly y: number; readonly scale?: number }): VNode {
    return <g class={`site-${kind}`} transform={`translate(${x} ${y})${scale === 1 ? '' : ` scale(${Number(scale.toFixed(2))})`}`}>
        <circle class="mark-badge" r="9" />
        <text class="letter letter-on" y="4.5">{siteMarks[kind].sign}</text>
    </g>;
}
