import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { laneOf, type LaneKind, type Mark, type Recording, type SiteRecording } from '@sup/playback';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useRows } from '../list/use-rows.js';
import type { Preview } from '../state/preview.js';
import { type Axis, ticksOf, timeAt, xOf, zoomAxis } from './axis.js';
import { momentText, sentenceAt } from './wording.js';

const rowHeight = 20;
const largerStep = 300;

/** Time from left to right: what the scenario does, and below it a lane for each site. Moving through time moves one line. */
export function Lanes({ preview, recording }: { readonly preview: Preview; readonly recording: Recording }): VNode {
    const { playing } = preview;
    const sites = inOrder(preview, recording);
    const track = useRef<HTMLDivElement>(null);
    const width = useSignal(0);
    const stretch = useSignal({ from: 0, to: recording.duration });
    const { ref, from, to, onScroll } = useRows<HTMLDivElement>(sites.length, rowHeight);
    useLayoutEffect(() => {
        const observer = new ResizeObserver(() => (width.value = track.current!.clientWidth));
        observer.observe(track.current!);
        return () => observer.disconnect();
    }, []);
    useLayoutEffect(() => void (stretch.value = { from: 0, to: recording.duration }), [recording.duration]);
    const axis: Axis = { ...stretch.value, width: width.value };
    const cursor = useRef<HTMLDivElement>(null);
    useSignalEffect(() => {
        const x = xOf({ ...stretch.value, width: width.value }, playing.time.value);
        cursor.current!.style.transform = `translateX(${x}px)`;
        cursor.current!.hidden = x < 0 || x > width.value;
    });
    const goTo = (event: PointerEvent): void => {
        if (event.buttons === 1) {
            const { left } = track.current!.getBoundingClientRect();
            playing.time.value = Math.round(Math.min(Math.max(timeAt(axis, event.clientX - left), 0), recording.duration));
        }
    };
    const onWheel = (event: WheelEvent): void => {
        if (event.ctrlKey || event.metaKey) {
            event.preventDefault();
            stretch.value = zoomAxis(axis, Math.exp(-event.deltaY / largerStep), event.clientX - track.current!.getBoundingClientRect().left, recording.duration);
        }
    };
    return <div class="lanes" onWheel={onWheel}>
        <Scrubber preview={preview} recording={recording} />
        <div class="lane-head">
            <span class="lane-name">{recording.sites.length > 0 ? 'Sites' : ''}</span>
            <div ref={track} class="ruler" onPointerDown={goTo} onPointerMove={goTo}>
                <svg width={width.value} height="20" aria-hidden="true">
                    {ticksOf(axis).map(({ at, x, text }) => <g key={at}><path class="tick" d={`M${x} 13V20`} /><text x={x + 3} y="12" class="tick-text">{text}</text></g>)}
                </svg>
                <Marks marks={recording.marks} axis={axis} preview={preview} />
            </div>
        </div>
        <div ref={ref} class="lane-rows" onScroll={onScroll} role="list" aria-label="What each site does over time">
            <div style={{ height: `${sites.length * rowHeight}px` }} class="lane-sheet" onPointerDown={goTo} onPointerMove={goTo}>
                {sites.slice(from, to).map((site, i) => <Lane key={site.id} site={site} top={(from + i) * rowHeight} axis={axis} preview={preview} recording={recording} />)}
            </div>
        </div>
        <div class="cursor-track" aria-hidden="true"><div ref={cursor} class="cursor" /></div>
    </div>;
}

/** The sites that synchronise, as the picture has them in order. */
function inOrder({ scene }: Preview, recording: Recording): readonly SiteRecording[] {
    const byId = new Map(recording.sites.map(site => [site.id, site]));
    const sites = scene.value?.sites.flatMap(({ id }) => byId.get(id) ?? []) ?? recording.sites;
    return sites.filter(({ synchronizes }) => synchronizes);
}

/** The same as a slider, for the keyboard and for screen readers. */
function Scrubber({ preview: { playing }, recording }: { readonly preview: Preview; readonly recording: Recording }): VNode {
    const value = useComputed(() => Math.floor(playing.time.value));
    // Said while nothing plays: a sentence for every frame would be too many.
    const text = useComputed(() => playing.isPlaying.value ? momentText(0) : sentenceAt(recording, playing.time.value));
    const onKeyDown = (event: KeyboardEvent): void => {
        const by = { ArrowLeft: -60, ArrowRight: 60, ArrowDown: -60, ArrowUp: 60, PageDown: -1_440, PageUp: 1_440 }[event.key];
        if (by !== undefined) {
            event.preventDefault();
            const step = event.shiftKey ? Math.sign(by) * 1_440 : by;
            playing.time.value = Math.min(Math.max(Math.floor(playing.time.value) + step, 0), recording.duration);
        }
    };
    return <input type="range" class="scrubber" min={0} max={recording.duration} step={1} value={value} aria-label="Time" aria-valuetext={text} onKeyDown={onKeyDown} onInput={event => (playing.time.value = Number(event.currentTarget.value))} />;
}

const markSigns: Readonly<Record<Mark['kind'], string>> = { event: '▼', refused: '⊘', held: '✓', broken: '✕', untested: '?' };

function Marks({ marks, axis, preview }: { readonly marks: readonly Mark[]; readonly axis: Axis; readonly preview: Preview }): VNode {
    return <>{marks.filter(({ at }) => at >= axis.from && at <= axis.to).slice(0, 300).map(({ at, kind, text, part }) => {
        const label = `${momentText(at)}: ${text}`;
        const show = (event: Event): void => {
            event.stopPropagation();
            preview.playing.time.value = at;
            if (part !== undefined) {
                preview.select(part);
            }
        };
        return <button type="button" class={`mark-button mark-${kind}`} style={{ left: `${Math.min(xOf(axis, at), axis.width - 12)}px` }} title={label} aria-label={label} onPointerDown={event => event.stopPropagation()} onClick={show}>{markSigns[kind]}</button>;
    })}</>;
}

interface LaneProps {
    readonly site: SiteRecording;
    readonly top: number;
    readonly axis: Axis;
    readonly preview: Preview;
    readonly recording: Recording;
}

/** Height and place tell the kinds apart, besides their colours. */
const shapes: Readonly<Record<LaneKind, { readonly y: number; readonly height: number }>> = {
    synchronizing: { y: 3, height: 13 }, waiting: { y: 11, height: 5 }, failed: { y: 6, height: 5 }, drifted: { y: 17, height: 2 }
};

function Lane({ site, top, axis, preview, recording }: LaneProps): VNode {
    const segments = laneOf(recording, site);
    const seen = segments.filter(({ from, to }) => to >= axis.from && from <= axis.to);
    const isSelected = preview.selectedSite.value?.id === site.id;
    const failed = segments.filter(({ kind }) => kind === 'failed');
    const label = [`${site.code}: ${site.successes.length} synchronizations`, failed.length > 0 ? `failed from ${failed.slice(0, 3).map(({ from }) => momentText(from)).join(', ')}` : ''].filter(Boolean).join(', ');
    return <div role="listitem" class={isSelected ? 'lane lane-selected' : 'lane'} style={{ top: `${top}px` }}>
        <button type="button" class="lane-name" title={label} aria-label={label} onClick={() => preview.select(site.id)} onPointerDown={event => event.stopPropagation()}>{site.code}</button>
        <svg class="lane-drawing" width={axis.width} height={rowHeight} aria-hidden="true">
            {(Object.keys(shapes) as LaneKind[]).map(kind => <path key={kind} class={`lane-${kind}`} d={seen.filter(each => each.kind === kind).map(each => rectangle(axis, each, shapes[kind])).join('')} />)}
            {failed.filter(({ from }) => from >= axis.from && from <= axis.to).slice(0, 100).map(({ from }) => <path class="lane-cross" d={`M${xOf(axis, from) - 3} 4l6 9m0 -9l-6 9`} />)}
        </svg>
    </div>;
}

function rectangle(axis: Axis, { from, to }: { readonly from: number; readonly to: number }, { y, height }: { readonly y: number; readonly height: number }): string {
    const x = xOf(axis, Math.max(from, axis.from));
    const end = xOf(axis, Math.min(to, axis.to));
    return `M${x.toFixed(1)} ${y}h${Math.max(end - x, 1.5).toFixed(1)}v${height}H${x.toFixed(1)}z`;
}
