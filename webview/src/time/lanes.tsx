import { useSignal, useSignalEffect } from '@preact/signals';
import type { Recording, SiteRecording } from '@sup/playback';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useRows } from '../list/use-rows.js';
import type { Preview } from '../state/preview.js';
import { type Axis, ticksOf, timeAt, xOf, zoomAxis } from './axis.js';
import { Lane, rowHeight } from './lane.js';
import { Marks } from './marks.js';
import { Scrubber } from './scrubber.js';

const zoomDelta = 300;

/** The timeline: the events of the scenario, and below them a lane for each site. Moving through time only moves the cursor. */
export function Lanes({ preview, recording }: { readonly preview: Preview; readonly recording: Recording }): VNode {
    const { playing } = preview;
    const sites = synchronizingSites(preview, recording);
    const track = useRef<HTMLDivElement>(null);
    const width = useSignal(0);
    const range = useSignal({ from: 0, to: recording.duration });
    const { ref, from, to, onScroll } = useRows<HTMLDivElement>(sites.length, rowHeight);
    useLayoutEffect(() => {
        const observer = new ResizeObserver(() => (width.value = track.current!.clientWidth));
        observer.observe(track.current!);
        return () => observer.disconnect();
    }, []);
    useLayoutEffect(() => void (range.value = { from: 0, to: recording.duration }), [recording.duration]);
    const axis: Axis = { ...range.value, width: width.value };
    const cursor = useRef<HTMLDivElement>(null);
    useSignalEffect(() => {
        const x = xOf({ ...range.value, width: width.value }, playing.time.value);
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
            range.value = zoomAxis(axis, Math.exp(-event.deltaY / zoomDelta), event.clientX - track.current!.getBoundingClientRect().left, recording.duration);
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
        <div ref={ref} class="lane-rows" onScroll={onScroll} role="list" aria-label="Site activity over time">
            <div style={{ height: `${sites.length * rowHeight}px` }} class="lane-sheet" onPointerDown={goTo} onPointerMove={goTo}>
                {sites.slice(from, to).map((site, i) => <Lane key={site.id} site={site} top={(from + i) * rowHeight} axis={axis} preview={preview} recording={recording} />)}
            </div>
        </div>
        <div class="cursor-track" aria-hidden="true"><div ref={cursor} class="cursor" /></div>
    </div>;
}

/** The sites that synchronize, in the order of the picture. */
function synchronizingSites({ scene }: Preview, recording: Recording): readonly SiteRecording[] {
    const byId = new Map(recording.sites.map(site => [site.id, site]));
    const sites = scene.value?.sites.flatMap(({ id }) => byId.get(id) ?? []) ?? recording.sites;
    return sites.filter(({ synchronizes }) => synchronizes);
}
