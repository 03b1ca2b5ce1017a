import { useSignal } from '@preact/signals';
import { counted } from '@sup/model';
import type { Recording, SiteRecording } from '@sup/playback';
import type { PlayedRun } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useRows } from '../list/use-rows.js';
import type { Preview } from '../state/preview.js';
import type { Axis } from './axis.js';
import { Lane, rowHeight } from './lane.js';

interface LanesProps {
    readonly preview: Preview;
    readonly run: PlayedRun;
    readonly axis: Axis;
}

/** A lane for each site that synchronizes. Those that differ from the run without the events come first, the others are a single line until it is pressed. */
export function Lanes({ preview, run: { recording, difference }, axis }: LanesProps): VNode {
    const isOpen = useSignal(false);
    const sites = synchronizingSites(preview, recording);
    const worst = difference?.sites.map(({ site }) => site) ?? [];
    const rank = new Map(worst.map((site, i) => [site, i]));
    const different = sites.filter(({ id }) => rank.has(id)).sort((a, b) => rank.get(a.id)! - rank.get(b.id)!);
    const others = sites.filter(({ id }) => !rank.has(id));
    const isFolded = different.length > 0 && others.length > 0 && !isOpen.value;
    const shown = isFolded ? different : [...different, ...others];
    const { ref, from, to, onScroll } = useRows<HTMLDivElement>(shown.length, rowHeight);
    const behind = new Map(difference?.sites.map(each => [each.site, each.behind]));
    return <>
        <div ref={ref} class="lane-rows" onScroll={onScroll} role="list" aria-label="Site activity over time">
            <div style={{ height: `${shown.length * rowHeight}px` }} class="lane-sheet">
                {shown.slice(from, to).map((site, i) => <Lane key={site.id} site={site} top={(from + i) * rowHeight} axis={axis} preview={preview} recording={recording} behind={behind.get(site.id) ?? []} />)}
            </div>
        </div>
        {different.length > 0 && others.length > 0 && <button type="button" class="lane-rest" aria-expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)} onPointerDown={event => event.stopPropagation()}>
            <span aria-hidden="true">{isOpen.value ? '▾' : '▸'}</span> {counted(others.length, 'more site')} {others.length === 1 ? 'synchronizes' : 'synchronize'} as usual
        </button>}
    </>;
}

/** The sites that synchronize, in the order of the picture. */
function synchronizingSites({ scene }: Preview, recording: Recording): readonly SiteRecording[] {
    const byId = new Map(recording.sites.map(site => [site.id, site]));
    const sites = scene.value?.sites.flatMap(({ id }) => byId.get(id) ?? []) ?? recording.sites;
    return sites.filter(({ synchronizes }) => synchronizes);
}
