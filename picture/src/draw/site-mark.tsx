import { number } from '@sup/model';
import type { VNode } from 'preact';
import type { Size } from '../layout/layout.js';
import type { SiteMark } from '../scene/scene.js';

/** How a difference is shown: by a sign and by the pattern of a frame, and also by its colour. */
export const siteMarks: Readonly<Record<SiteMark['kind'], { readonly sign: string; readonly meaning: string }>> = {
    added: { sign: '+', meaning: 'added' },
    removed: { sign: '−', meaning: 'removed' },
    moved: { sign: '→', meaning: 'moved' },
    changed: { sign: '~', meaning: 'changed' },
    consequence: { sign: '=', meaning: 'changed because something else is' },
    kept: { sign: '?', meaning: 'as before: its text cannot be read' }
};

/** Lines that a tooltip has room for. */
const mostLines = 12;

/** What is different about a site, in lines. */
export function markLines({ kind, lines }: SiteMark, most = mostLines): readonly string[] {
    return [siteMarks[kind].meaning, ...lines.slice(0, most), ...lines.length > most ? [`and ${number(lines.length - most)} more`] : []];
}

const around = 3;

/** The frame and the sign of a site that is not as it was. What is different, its tooltip says. */
export function MarkedSite({ mark, box: { width, height } }: { readonly mark: SiteMark; readonly box: Size }): VNode {
    return <g class={`site-mark site-${mark.kind}`}>
        <title>{markLines(mark).join('\n')}</title>
        <rect class="mark-frame" x={-around} y={-around} width={width + 2 * around} height={height + 2 * around} rx="9" />
        <MarkBadge kind={mark.kind} x={0} y={0} scale={Math.min(height / 40, 1)} />
    </g>;
}

export function MarkBadge({ kind, x, y, scale = 1 }: { readonly kind: SiteMark['kind']; readonly x: number; readonly y: number; readonly scale?: number }): VNode {
    return <g class={`site-${kind}`} transform={`translate(${x} ${y})${scale === 1 ? '' : ` scale(${Number(scale.toFixed(2))})`}`}>
        <circle class="mark-badge" r="9" />
        <text class="letter mark-sign" y="4.5">{siteMarks[kind].sign}</text>
    </g>;
}
