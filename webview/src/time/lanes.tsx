import type { Signal } from '@preact/signals';
import { counted, number } from '@sup/model';
import type { Recording, SiteRecording } from '@sup/playback';
import type { PlayedRun } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useRows } from '../list/use-rows.js';
import type { Preview } from '../state/preview.js';
import type { Axis } from './axis.js';
import { Lane } from './lane.js';
import { stripHeights } from './shown-strips.js';

/** The sites that have a lane. */
export interface LaneSites {
    /** Those that differ from the run without the events, the worst first; the others after them, unless they are folded. */
    readonly shown: readonly SiteRecording[];
    readonly different: number;
    readonly others: number;
    /** Whether the others can be folded: there are sites of both kinds. */
    readonly canFold: boolean;
}

export function lanesOf(preview: Preview, { recording, difference }: PlayedRun, isOpen: boolean): LaneSites {
    const sites = synchronizingSites(preview, recording);
    const rank = new Map(difference?.sites.map(({ site }, i) => [site, i]));
    const different = sites.filter(({ id }) => rank.has(id)).sort((a, b) => rank.get(a.id)! - rank.get(b.id)!);
    const others = sites.filter(({ id }) => !rank.has(id));
    const canFold = different.length > 0 && others.length > 0;
    return { shown: canFold && !isOpen ? different : [...different, ...others], different: different.length, others: others.length, canFold };
}

interface LanesProps {
    readonly preview: Preview;
    readonly run: PlayedRun;
    readonly axis: Axis;
    readonly lanes: LaneSites;
    /** The height of the lanes that are in sight, in pixels. */
    readonly height: number;
    readonly isOpen: Signal<boolean>;
}

/** A lane for each site that synchronizes. Those that are as usual are a single line until it is pressed. */
export function Lanes({ preview, run: { recording, difference }, axis, lanes: { shown, different, others, canFold }, height, isOpen }: LanesProps): VNode {
    const { ref, from, to, onScroll } = useRows<HTMLDivElement>(shown.length, stripHeights.lane);
    const behind = new Map(difference?.sites.map(each => [each.site, each.behind]));
    const below = Math.max(different - height / stripHeights.lane, 0);
    return <>
        <div ref={ref} class="lane-rows" style={{ height: `${height}px` }} onScroll={onScroll} role="list" aria-label="Site activity over time">
            <div style={{ height: `${shown.length * stripHeights.lane}px` }} class="lane-sheet">
                {shown.slice(from, to).map((site, i) => <Lane key={site.id} site={site} top={(from + i) * stripHeights.lane} axis={axis} preview={preview} recording={recording} behind={behind.get(site.id) ?? []} />)}
            </div>
        </div>
        {canFold && <button type="button" class="lane-rest" aria-expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)} onPointerDown={event => event.stopPropagation()}>
            <span aria-hidden="true">{isOpen.value ? '▾' : '▸'}</span> {below > 0 && !isOpen.value && `${number(below)} more ${below === 1 ? 'differs' : 'differ'} (scroll); `}{counted(others, 'more site')} {others === 1 ? 'synchronizes' : 'synchronize'} as usual
        </button>}
    </>;
}

/** The sites that synchronize, in the order of the picture. */
function synchronizingSites({ scene }: Preview, recording: Recording): readonly SiteRecording[] {
    const byId = new Map(recording.sites.map(site => [site.id, site]));
    const sites = scene.value?.sites.flatMap(({ id }) => byId.get(id) ?? []) ?? recording.sites;
    return sites.filter(({ synchronizes }) => synchronizes);
}
