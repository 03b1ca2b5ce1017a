import { type Activity, clientsAt, type ClientTally, durationText, type Recording, type RunDifference, siteMoment, type SiteRecording, type WorkingComponent } from '@sup/playback';

/** What of a moment is drawn at a site. */
export interface SiteLook {
    readonly activity: Activity;
    /** Undefined where there is no catalog. */
    readonly version: number | undefined;
    readonly newest: number;
    readonly hasDrift: boolean;
    readonly working: readonly WorkingComponent[];
    readonly clients: ClientTally;
    /** How much later updates come than without the added events: `+2d 4h`, `never`. */
    readonly later: string | undefined;
}

export function siteLook(recording: Recording, site: SiteRecording, time: number, difference: RunDifference | undefined): SiteLook {
    const { activity, version, newest, drift, working } = siteMoment(recording, site, time);
    const later = difference?.sites.find(each => each.site === site.id);
    return {
        activity, newest, working, version: site.synchronizes ? version : undefined, hasDrift: drift.length > 0, clients: clientsAt(recording, site.id, time),
        later: later && (later.after === undefined ? 'no updates' : `${later.after > later.before ? '+' : '−'}${durationText(Math.abs(later.after - later.before))}`)
    };
}
