import { type Activity, type ClientTally, momentText as wholeMomentText, outagesAt, type Recording, type SiteMoment, siteMoment } from '@sup/playback';

/** A moment of a run as a log has it: `2d 03:07`. While a run plays, there are moments between minutes. */
export function momentText(minutes: number): string {
    return wholeMomentText(Math.floor(minutes));
}

/** The same in words: `day 2, 03:07`. */
export function momentWords(minutes: number): string {
    return momentText(minutes).replace(/^(\d+)d /, 'day $1, ');
}

/** What a site is at, in a word or two. */
export const activityWords: Readonly<Record<Activity, string>> = {
    idle: 'idle', queued: 'waiting to synchronize', wsus: 'synchronizing', settling: 'settling', database: 'copying to the site database', internet: 'synchronizing for the Internet', failed: 'failed, will try again'
};

/** Clients that are worse off than they should be, in words; empty where all is well. */
export function clientWords({ never, stale, failing }: ClientTally): string {
    const parts: readonly (readonly [number, string])[] = [[failing, 'cannot scan'], [stale, 'lack new updates'], [never, 'have not scanned yet']];
    return parts.flatMap(([count, what]) => count === 0 ? [] : [`${count.toLocaleString('en')} ${what}`]).join(', ');
}

/** How the hierarchy is at a moment, for whoever cannot see it. */
export function sentenceAt(recording: Recording, time: number): string {
    const moments = recording.sites.map(site => ({ code: site.code, ...siteMoment(recording, site, time) }));
    const named = (wanted: (moment: SiteMoment) => boolean, what: string): string => {
        const codes = moments.filter(wanted).map(({ code }) => code);
        return codes.length === 0 ? '' : `${codes.length > 3 ? `${codes.length} sites` : codes.join(', ')} ${what}`;
    };
    const parts = [
        named(({ activity }) => activity !== 'idle' && activity !== 'failed' && activity !== 'queued', 'synchronizing'),
        named(({ activity }) => activity === 'failed', 'failed'),
        named(({ version, newest }) => version < newest, 'behind'),
        ...outagesAt(recording, time).slice(0, 3).map(({ text }) => text)
    ];
    return [momentWords(time), ...parts].filter(Boolean).join('; ');
}
