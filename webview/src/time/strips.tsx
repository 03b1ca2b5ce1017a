import { useSignal, useSignalEffect } from '@preact/signals';
import type { PlayedRun } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { type Axis, ticksOf, timeAt, xOf, zoomAxis } from './axis.js';
import { CannotScanStrip, UpToDateStrip } from './curve-strips.js';
import { EventsStrip, outageRows } from './events-strip.js';
import { Lanes, lanesOf } from './lanes.js';
import { LinkStrip } from './link-strip.js';
import { Marks, marksOf } from './marks.js';
import { Scrubber } from './scrubber.js';
import { stripHeights, stripsIn } from './shown-strips.js';

const zoomDelta = 300;

/** The run over time: its events, its clients, the fullest links and a lane for each site. Moving through time only moves the cursor. */
export function Strips({ preview, run }: { readonly preview: Preview; readonly run: PlayedRun }): VNode {
    const { playing } = preview;
    const { recording } = run;
    const pane = useRef<HTMLDivElement>(null);
    const track = useRef<HTMLDivElement>(null);
    const size = useSignal({ width: 0, height: 0 });
    const range = useSignal({ from: 0, to: recording.duration });
    useLayoutEffect(() => {
        const observer = new ResizeObserver(() => (size.value = { width: track.current!.clientWidth, height: pane.current!.clientHeight }));
        observer.observe(track.current!);
        observer.observe(pane.current!);
        return () => observer.disconnect();
    }, []);
    useLayoutEffect(() => void (range.value = { from: 0, to: recording.duration }), [recording.duration]);
    const axis: Axis = { ...range.value, width: size.value.width };
    const cursor = useRef<HTMLDivElement>(null);
    useSignalEffect(() => {
        const { width } = size.value;
        const x = xOf({ ...range.value, width }, playing.time.value);
        cursor.current!.style.transform = `translateX(${x}px)`;
        cursor.current!.hidden = x < 0 || x > width;
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
    const marks = marksOf(recording);
    const axisHeight = marks.length > 0 ? stripHeights.axisWithMarks : stripHeights.axis;
    const rows = outageRows(recording.outages, recording.duration);
    const isOpen = useSignal(false);
    const lanes = lanesOf(preview, run, isOpen.value);
    const { hasUpToDate, links, lanesHeight } = stripsIn(size.value.height - axisHeight - Math.max(rows.length, 1) * stripHeights.events, {
        links: recording.samples.links.length, lanes: lanes.shown.length, hasRest: lanes.canFold
    });
    return <div ref={pane} class="strips" onWheel={onWheel} onPointerDown={goTo} onPointerMove={goTo}>
        <svg class="definitions" width="0" height="0" aria-hidden="true">
            <pattern id="held-back" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="held-back" width="3" height="6" /></pattern>
        </svg>
        <div class={marks.length > 0 ? 'strip axis axis-with-marks' : 'strip axis'}>
            <span class="strip-name" />
            <div ref={track} class="ruler">
                <svg width={axis.width} height={axisHeight} aria-hidden="true">
                    {ticksOf(axis).map(({ at, x, text }) => <g key={at}><path class="tick" d={`M${x} 4V${axisHeight}`} /><text x={x + 4} y="12" class="tick-text">{text}</text></g>)}
                </svg>
                <Marks marks={marks} axis={axis} preview={preview} />
                <Scrubber preview={preview} recording={recording} />
            </div>
        </div>
        <EventsStrip preview={preview} rows={rows} axis={axis} duration={recording.duration} />
        <CannotScanStrip run={run} axis={axis} />
        {hasUpToDate && <UpToDateStrip run={run} axis={axis} />}
        {recording.samples.links.slice(0, links).map(link => <LinkStrip key={link.site} preview={preview} link={link} interval={recording.samples.interval} axis={axis} />)}
        <Lanes preview={preview} run={run} axis={axis} lanes={lanes} height={lanesHeight} isOpen={isOpen} />
        <div class="cursor-track" aria-hidden="true"><div ref={cursor} class="cursor" /></div>
    </div>;
}
