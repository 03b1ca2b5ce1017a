import { number } from '@sup/model';
import { type Activity, type ClientTally, momentText as textOfMinute, outagesAt, type Recording, type SiteMoment, siteMoment } from '@sup/playback';

/** A time of the run in the format of the log: `2d 03:07`. Accepts the fractional minutes of playback. */
export function momentText(minutes: number): string {
    return textOfMinute(Math.floor(minutes));
}

/** A time of the run in words: `day 2, 03:07`. */
export function momentWords(minutes: number): string {
    return momentText(minutes).replace(/^(\d+)d /, 'day $1, ');
}

/** The activity of a site in a few words. */
export const activityWords: Readonly<Record<Activity, string>> = {
    idle: 'idle', queued: 'waiting to synchronize', wsus: 'synchronizing', settling: 'settling', database: 'copying to the site database', internet: 'synchronizing for the Internet', failed: 'failed, will retry'
};

/** The clients that cannot scan, scan for new updates later or have never scanned, in words; empty if there are none. */
export function clientWords({ never, stale, failing }: ClientTally): string {
    const parts: readonly (readonly [number, string])[] = [[failing, 'cannot scan'], [stale, 'scan for the latest updates later'], [never, 'have not scanned yet']];
    return parts.flatMap(([count, state]) => count === 0 ? [] : [`${number(count)} ${state}`]).join(', ');
}

/** The state of the hierarchy at a moment as text, for screen readers. */
export function sentenceAt(recording: Recording, time: number): string {
    const moments = recording.sites.map(site => ({ code: site.code, ...siteMoment(recording, site, time) }));
    const sitesThat = (matches: (moment: SiteMoment) => boolean, state: string): string => {
        const codes = moments.filter(matches).map(({ code }) => code);
        return codes.length === 0 ? '' : `${codes.length > 3 ? `${number(codes.length)} sites` : codes.join(', ')} ${state}`;
    };
    const parts = [
        sitesThat(({ activity }) => activity !== 'idle' && activity !== 'failed' && activity !== 'queued', 'synchronizing'),
        sitesThat(({ activity }) => activity === 'failed', 'failed'),
        sitesThat(({ version, newest }) => version < newest, 'out of date'),
        ...outagesAt(recording, time).slice(0, 3).map(({ text }) => text)
    ];
    return [momentWords(time), ...parts].filter(Boolean).join('; ');
}
