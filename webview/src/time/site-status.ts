import { type Activity, clientsAt, type ClientTally, durationText, type Recording, type RunDifference, siteMoment, type SiteRecording, type WorkingComponent } from '@sup/playback';

/** The state of a site at a moment, as the overlay draws it. */
export interface SiteStatus {
    readonly activity: Activity;
    /** Undefined if the site has no catalog. */
    readonly version: number | undefined;
    readonly newest: number;
    readonly hasDrift: boolean;
    readonly working: readonly WorkingComponent[];
    readonly clients: ClientTally;
    /** The delay of updates compared with the run without the added events: `+2d 4h`, `no updates`. */
    readonly later: string | undefined;
}

export function siteStatus(recording: Recording, site: SiteRecording, time: number, difference: RunDifference | undefined): SiteStatus {
    const { activity, version, newest, drift, working } = siteMoment(recording, site, time);
    const later = difference?.sites.find(each => each.site === site.id);
    return {
        activity, newest, working, version: site.synchronizes ? version : undefined, hasDrift: drift.length > 0, clients: clientsAt(recording, site.id, time),
        later: later && (later.after === undefined ? 'no updates' : `${later.after > later.before ? '+' : '−'}${durationText(Math.abs(later.after - later.before))}`)
    };
}
