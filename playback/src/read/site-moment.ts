import type { Activity, LinkActivity, Recording, SiteRecording, WorkingComponent } from '../recording.js';
import { at, lastBefore, stepAt } from './at.js';

/** The state of a site at a moment. */
export interface SiteMoment {
    readonly activity: Activity;
    /** The start and end of the activity; no end means the end of the run. */
    readonly since: number;
    readonly until: number | undefined;
    /** Why the last synchronization failed, if it did. */
    readonly failure: string | undefined;
    /** The content version of its catalog, and that of the top site that its updates come from. */
    readonly version: number;
    readonly newest: number;
    readonly console: number;
    /** Minutes since the last successful synchronization; undefined before the first. */
    readonly catalogAge: number | undefined;
    readonly drift: readonly string[];
    readonly link: LinkActivity;
    /** The active components. */
    readonly working: readonly WorkingComponent[];
}

/** Minutes for which a component is shown as active after its work, which itself takes no time in the simulation. */
const activityMinutes = 15;

export function siteMoment(recording: Recording, site: SiteRecording, time: number): SiteMoment {
    const step = stepAt(site.activity, time);
    const activity = site.activity.is[step]!;
    const success = lastBefore(site.successes, time);
    const top = site.top === undefined ? undefined : recording.sites[site.top];
    const isSynchronizing = activity !== 'idle' && activity !== 'failed' && activity !== 'queued';
    const others = site.work.filter(each => each.at <= time && time < each.at + activityMinutes).map(({ component }) => component);
    return {
        activity, since: site.activity.at[step]!, until: site.activity.at[step + 1],
        failure: at(site.failure, time), version: at(site.version, time), newest: top ? at(top.version, time) : 0, console: at(site.console, time),
        catalogAge: success === undefined ? undefined : time - success, drift: at(site.drift, time), link: at(site.link, time),
        working: [...isSynchronizing ? ['SMS_WSUS_SYNC_MANAGER' as const] : [], ...new Set(others)]
    };
}
