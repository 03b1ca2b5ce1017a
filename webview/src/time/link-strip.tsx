import type { LinkSamples } from '@sup/playback';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { type Axis, xOf } from './axis.js';
import { stripHeights } from './shown-strips.js';
import { StripValue } from './strip-value.js';

interface LinkStripProps {
    readonly preview: Preview;
    readonly link: LinkSamples;
    /** Minutes between two samples. */
    readonly interval: number;
    readonly axis: Axis;
}

const height = stripHeights.link;

/** How full a link is over time, in steps of opacity. */
const steps = [20, 40, 60, 80, 100] as const;

export function LinkStrip({ preview, link: { site, code, used, peak }, interval, axis }: LinkStripProps): VNode {
    const speed = preview.drawing.sites.value.get(site)?.link?.speed?.split(',')[0];
    const text = `peak ${peak} % of the link`;
    const paths = useMemo(() => steps.map((step, i) => cellsOf(used, interval, axis, steps[i - 1] ?? 0, step === 100 ? Infinity : step)), [used, interval, axis.from, axis.to, axis.width]);
    return <div class="strip link" title={`Link of ${code}: ${text}`}>
        <button type="button" class="strip-name" onClick={() => preview.select(site)} onPointerDown={event => event.stopPropagation()}>Link {code} <span class="quiet">{speed}</span></button>
        <svg class="strip-drawing" width={axis.width} height={height} role="img" aria-label={`Link of ${code}: ${text}`}>
            <rect class="link-track" width={axis.width} y="2" height={height - 4} />
            {paths.map((path, i) => <path key={i} class="link-used" opacity={steps[i]! / 100} d={path} />)}
        </svg>
        <StripValue text={`peak ${peak} %`} more=" of the link" />
    </div>;
}

/** The times in which the used share is within a range. Times that follow each other are one rectangle. */
function cellsOf(used: readonly number[], interval: number, axis: Axis, over: number, upTo: number): string {
    let path = '';
    for (let i = 0; i < used.length; i++) {
        const start = i;
        while (i < used.length && used[i]! > over && used[i]! <= upTo) {
            i++;
        }
        if (i > start) {
            // A sample is about the interval before it.
            const [left, right] = [xOf(axis, (start - 1) * interval), xOf(axis, (i - 1) * interval)];
            path += `M${left.toFixed(1)} 2h${Math.max(right - left, 2).toFixed(1)}v${height - 4}H${left.toFixed(1)}z`;
        }
    }
    return path;
}
