import type { Outage } from '@sup/playback';
import { durationText } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { type Axis, characterWidth, xOf } from './axis.js';

interface EventsStripProps {
    readonly preview: Preview;
    readonly rows: readonly (readonly Outage[])[];
    readonly axis: Axis;
    readonly duration: number;
}

/** Outages that overlap are drawn below each other, in this many rows at most. */
const maxRows = 3;

const padding = 14;

/** The outages as bars from their start to their end, with their words. Pressing one goes to its start and selects its part. */
export function EventsStrip({ preview, rows, axis, duration }: EventsStripProps): VNode {
    return <>{rows.map((row, i) => <div key={i} class="strip events">
        <span class="strip-name">{i === 0 ? 'Events' : ''}</span>
        <div class="events-track">{row.map(outage => <OutageBar key={outage.text + outage.from} preview={preview} outage={outage} axis={axis} duration={duration} />)}</div>
    </div>)}</>;
}

function OutageBar({ preview, outage: { part, from, to = Infinity, text }, axis, duration }: Omit<EventsStripProps, 'rows'> & { readonly outage: Outage }): VNode | null {
    const end = Math.min(to, duration);
    const [left, right] = [xOf(axis, Math.max(from, axis.from)), xOf(axis, Math.min(end, axis.to))];
    if (right < 0 || left > axis.width) {
        return null;
    }
    const width = Math.max(right - left, 4);
    const needed = text.length * characterWidth + padding;
    const place = needed <= width ? 'inside' : left >= needed ? 'before' : 'after';
    const label = `${text} from ${durationText(from)}${to >= duration ? ' on' : ` to ${durationText(end)}`}`;
    const show = (): void => {
        preview.playing.time.value = from;
        if (part !== undefined) {
            preview.select(part);
        }
    };
    return <button type="button" class={`outage-bar outage-${place}`} style={{ left: `${left}px`, width: `${width}px` }} title={label} aria-label={label} onPointerDown={event => event.stopPropagation()} onClick={show}><span>{text}</span></button>;
}

/** Divides outages into rows in which they do not overlap, as far as there are enough rows. */
export function outageRows(outages: readonly Outage[], duration: number): readonly (readonly Outage[])[] {
    const rows: Outage[][] = [];
    for (const outage of outages) {
        const free = rows.find(row => (row.at(-1)!.to ?? duration) <= outage.from);
        if (free) {
            free.push(outage);
        } else if (rows.length < maxRows) {
            rows.push([outage]);
        } else {
            rows.at(-1)!.push(outage);
        }
    }
    return rows;
}
