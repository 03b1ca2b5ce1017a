import { type Activity, type ClientTally, outagesAt, type Recording, type SiteMoment, siteMoment } from '@sup/playback';

const minutesOfDay = 24 * 60;
const two = (value: number): string => String(value).padStart(2, '0');

/** A moment of a run as a log has it: `2d 03:07`. */
export function momentText(minutes: number): string {
    const whole = Math.floor(minutes);
    return `${Math.floor(whole / minutesOfDay)}d ${timeText(whole)}`;
}

/** The same in words: `day 2, 03:07`. */
export function momentWords(minutes: number): string {
    return `day ${Math.floor(minutes / minutesOfDay)}, ${timeText(Math.floor(minutes))}`;
}

function timeText(minutes: number): string {
    const ofDay = minutes % minutesOfDay;
    return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** A length of time: `2d 3h`, `45m`. */
export function durationText(minutes: number): string {
    const whole = Math.floor(minutes);
    const parts = [[Math.floor(whole / minutesOfDay), 'd'], [Math.floor(whole / 60) % 24, 'h'], [whole % 60, 'm']] as const;
    return parts.flatMap(([count, unit]) => count === 0 ? [] : [`${count}${unit}`]).join(' ') || '0m';
}

/** What a site is at, in a word or two. */
export const activityWords: Readonly<Record<Activity, string>> = {
    idle: 'idle', queued: 'waiting to synchronise', wsus: 'synchronising', settling: 'settling', database: 'copying to the site database', internet: 'synchronising for the Internet', failed: 'failed, will try again'
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
        named(({ activity }) => activity !== 'idle' && activity !== 'failed' && activity !== 'queued', 'synchronising'),
        named(({ activity }) => activity === 'failed', 'failed'),
        named(({ version, newest }) => version < newest, 'behind'),
        ...outagesAt(recording, time).slice(0, 3).map(({ text }) => text)
    ];
    return [momentWords(time), ...parts].filter(Boolean).join('; ');
}
