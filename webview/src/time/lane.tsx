import { number } from '@sup/model';
import { laneOf, type LaneKind, type Period, type Recording, type SiteRecording } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { type Axis, xOf } from './axis.js';
import { stripHeights } from './shown-strips.js';
import { momentText } from './wording.js';

interface LaneProps {
    readonly site: SiteRecording;
    readonly top: number;
    readonly axis: Axis;
    readonly preview: Preview;
    readonly recording: Recording;
    /** When its catalog lacks updates that it would have without the events. */
    readonly behind: readonly Period[];
}

const rowHeight = stripHeights.lane;

/** Limits the crosses of one lane: a site may fail every hour of a year. */
const maxCrosses = 100;

/** Height and position distinguish the kinds without relying on color. */
const shapes: Readonly<Record<LaneKind, { readonly y: number; readonly height: number }>> = {
    synchronizing: { y: 2, height: 14 }, waiting: { y: 10, height: 5 }, failed: { y: 2, height: 7 }, drifted: { y: 16, height: 2 }
};

const heldBackShape = { y: 9, height: 7 };

/** The activity of one site over time. */
export function Lane({ site, top, axis, preview, recording, behind }: LaneProps): VNode {
    const segments = laneOf(recording, site);
    const visible = segments.filter(({ from, to }) => to >= axis.from && from <= axis.to);
    const isSelected = preview.selectedSite.value?.id === site.id;
    const failed = segments.filter(({ kind }) => kind === 'failed');
    const label = [`${site.code}: ${number(site.successes.length)} synchronizations`, failed.length > 0 ? `failed from ${failed.slice(0, 3).map(({ from }) => momentText(from)).join(', ')}` : '', behind.length > 0 ? `held back from ${momentText(behind[0]!.from)}` : ''].filter(Boolean).join(', ');
    return <div role="listitem" class={isSelected ? 'lane lane-selected' : 'lane'} style={{ top: `${top}px` }}>
        <button type="button" class="strip-name" title={label} aria-label={label} onClick={() => preview.select(site.id)} onPointerDown={event => event.stopPropagation()}>{site.code}</button>
        <svg class="lane-drawing" width={axis.width} height={rowHeight} aria-hidden="true">
            <path class="base" d={`M0 ${rowHeight / 2}H${axis.width}`} />
            <path class="lane-behind" d={behind.filter(({ from, to }) => to >= axis.from && from <= axis.to).map(each => rectangle(axis, each, heldBackShape)).join('')} />
            {(Object.keys(shapes) as LaneKind[]).map(kind => <path key={kind} class={`lane-${kind}`} d={visible.filter(each => each.kind === kind).map(each => rectangle(axis, each, shapes[kind])).join('')} />)}
            {failed.filter(({ from }) => from >= axis.from && from <= axis.to).slice(0, maxCrosses).map(({ from }) => <path class="lane-cross" d={`M${xOf(axis, from) - 3} 3l6 8m0 -8l-6 8`} />)}
        </svg>
    </div>;
}

function rectangle(axis: Axis, { from, to }: { readonly from: number; readonly to: number }, { y, height }: { readonly y: number; readonly height: number }): string {
    const x = xOf(axis, Math.max(from, axis.from));
    const end = xOf(axis, Math.min(to, axis.to));
    return `M${x.toFixed(1)} ${y}h${Math.max(end - x, 3).toFixed(1)}v${height}H${x.toFixed(1)}z`;
}
