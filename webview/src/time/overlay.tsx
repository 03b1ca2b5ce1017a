import { useComputed } from '@preact/signals';
import type { Layout, PlacedBox, PlacedLine } from '@sup/picture';
import { at, type Recording, type SiteRecording } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { outageSigns } from './outage-signs.js';
import { siteStatus } from './site-status.js';
import { SiteSigns } from './site-signs.js';

/** The state of the run at the current time, drawn over the visible boxes and lines. Redraws only the parts that have changed. */
export function Overlay({ preview }: { readonly preview: Preview }): VNode | null {
    const { playing, drawing, isTimeOpen, compared } = preview;
    const recording = playing.recording.value;
    const shown = drawing.visible.value;
    const layout = drawing.layout.value;
    if (!recording || !shown || !layout || !isTimeOpen.value || compared.value) {
        return null;
    }
    const byId = new Map(recording.sites.map(site => [site.id, site]));
    const isRecorded = ({ site }: PlacedBox): boolean => byId.has(site);
    return <g class="overlay" aria-hidden="true">
        {shown.lines.filter(({ to }) => byId.has(to)).map(line => <BusyLine key={line.to} preview={preview} line={line} site={byId.get(line.to)!} />)}
        {shown.boxes.filter(isRecorded).map(box => <SiteOverlay key={box.site} preview={preview} box={box} recording={recording} site={byId.get(box.site)!} />)}
        <Outages preview={preview} layout={layout} recording={recording} />
    </g>;
}

interface SiteOverlayProps {
    readonly preview: Preview;
    readonly box: PlacedBox;
    readonly recording: Recording;
    readonly site: SiteRecording;
}

function SiteOverlay({ preview, box, recording, site }: SiteOverlayProps): VNode {
    const { playing } = preview;
    // Serialized, so that an unchanged status is an equal value and triggers no rendering.
    const status = useComputed(() => JSON.stringify(siteStatus(recording, site, playing.time.value, playing.run.value?.difference)));
    return <SiteSigns box={box} status={JSON.parse(status.value) as ReturnType<typeof siteStatus>} />;
}

function BusyLine({ preview, line, site }: { readonly preview: Preview; readonly line: PlacedLine; readonly site: SiteRecording }): VNode | null {
    const activity = useComputed(() => at(site.link, preview.playing.time.value));
    return activity.value === 'idle' ? null : <path class={`busy busy-${activity.value}`} d={line.path} />;
}

function Outages({ preview, layout, recording }: { readonly preview: Preview; readonly layout: Layout; readonly recording: Recording }): VNode {
    const signs = useComputed(() => JSON.stringify(outageSigns(preview.scene.value!, layout, recording, preview.playing.time.value)));
    return <>{(JSON.parse(signs.value) as ReturnType<typeof outageSigns>).map(({ x, y, text }) => <g class="outage" transform={`translate(${x} ${y})`}>
        <title>{text}</title>
        <circle r="9" /><path d="M-4 -4L4 4M4 -4L-4 4" />
    </g>)}</>;
}
