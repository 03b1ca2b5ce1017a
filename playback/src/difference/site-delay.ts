import { durationText } from '@sup/simulation';
import type { Period, SiteDelay, SiteRecording, Steps } from '../recording.js';

/** Returns the largest difference in the time at which updates arrive at a site, and when the site lacks any updates. */
export function siteDelay(before: SiteRecording, after: SiteRecording | undefined, duration: number): SiteDelay | undefined {
    let worst: Omit<SiteDelay, 'text' | 'behind'> | undefined;
    const late: Period[] = [];
    for (let i = 1; i < before.revision.at.length; i++) {
        const arrival = after && firstTime(after.revision, before.revision.is[i]!);
        const here = { site: before.id, code: before.code, before: before.revision.at[i]!, after: arrival };
        if (here.before < (arrival ?? duration)) {
            late.push({ from: here.before, to: arrival ?? duration });
        }
        if (here.before !== arrival && (!worst || Math.abs(delayOf(here, duration)) > Math.abs(delayOf(worst, duration)))) {
            worst = here;
        }
    }
    return worst && { ...worst, behind: merged(late), text: siteText(worst) };
}

function firstTime({ at, is }: Steps<number>, revision: number): number | undefined {
    const index = is.findIndex(each => each >= revision);
    return index < 0 ? undefined : at[index];
}

/** The delay in minutes. Updates that do not arrive within the run count as arriving after its end. */
export function delayOf({ before, after }: Pick<SiteDelay, 'before' | 'after'>, duration: number): number {
    return (after ?? 2 * duration) - before;
}

/** Merges periods that overlap or follow each other. They are in the order of their starts. */
function merged(periods: readonly Period[]): readonly Period[] {
    const found: { from: number; to: number }[] = [];
    for (const { from, to } of periods) {
        const last = found.at(-1);
        if (last && from <= last.to) {
            last.to = Math.max(last.to, to);
        } else {
            found.push({ from, to });
        }
    }
    return found;
}

function siteText({ code, before, after }: Omit<SiteDelay, 'text' | 'behind'>): string {
    if (after === undefined) {
        return `${code} gets no new updates before the run ends.`;
    }
    return `${code} gets updates up to ${durationText(Math.abs(after - before))} ${after > before ? 'later' : 'earlier'}.`;
}
