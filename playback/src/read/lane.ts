import { memoize } from '@sup/model';
import type { Recording, SiteRecording, Steps } from '../recording.js';

/** The activity of a site in a lane: it synchronizes, it waits (for a queued run or for the link), its last attempt failed, its settings have drifted. */
export type LaneKind = 'synchronizing' | 'waiting' | 'failed' | 'drifted';

export interface LaneSegment {
    readonly kind: LaneKind;
    readonly from: number;
    readonly to: number;
}

/** Returns the lane of a site: the segments of each kind in chronological order, and none for periods without an activity. */
export function laneOf(recording: Recording, site: SiteRecording): readonly LaneSegment[] {
    return lanesIn(recording)(site);
}

// Lanes are computed on demand: the page shows only a few of many sites at a time.
const lanesIn = memoize(({ duration }: Recording) => memoize((site: SiteRecording): readonly LaneSegment[] => [
    ...segments(site.drift, duration, settings => settings.length > 0 ? 'drifted' : undefined),
    ...segments(site.link, duration, link => link === 'waiting' ? 'waiting' : undefined),
    ...segments(site.activity, duration, activity => activity === 'idle' ? undefined : activity === 'queued' ? 'waiting' : activity === 'failed' ? 'failed' : 'synchronizing')
]));

/** Merges consecutive steps of the same kind into segments. */
function segments<T>({ at, is }: Steps<T>, end: number, kindOf: (value: T) => LaneKind | undefined): readonly LaneSegment[] {
    const found: { kind: LaneKind; from: number; to: number }[] = [];
    is.forEach((value, i) => {
        const kind = kindOf(value);
        const [from, to] = [at[i]!, at[i + 1] ?? end];
        const last = found.at(-1);
        if (kind !== undefined && last?.kind === kind && last.to === from) {
            last.to = to;
        } else if (kind !== undefined) {
            found.push({ kind, from, to });
        }
    });
    return found;
}
