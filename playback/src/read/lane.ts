import type { Recording, SiteRecording, Steps } from '../recording.js';

/** What a lane shows of a site: it synchronizes, it waits (for its turn, for the link), its last attempt failed, its settings have drifted. */
export type LaneKind = 'synchronizing' | 'waiting' | 'failed' | 'drifted';

export interface LaneSegment {
    readonly kind: LaneKind;
    readonly from: number;
    readonly to: number;
}

const known = new WeakMap<SiteRecording, readonly LaneSegment[]>();

/** The lane of a site, in order of time for each kind. Where nothing is the matter there is no segment. */
export function laneOf({ duration }: Recording, site: SiteRecording): readonly LaneSegment[] {
    const lane = known.get(site) ?? [
        ...segments(site.drift, duration, settings => settings.length > 0 ? 'drifted' : undefined),
        ...segments(site.link, duration, link => link === 'waiting' ? 'waiting' : undefined),
        ...segments(site.activity, duration, activity => activity === 'idle' ? undefined : activity === 'queued' ? 'waiting' : activity === 'failed' ? 'failed' : 'synchronizing')
    ];
    known.set(site, lane);
    return lane;
}

/** The steps of one kind that follow each other are one segment. */
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
