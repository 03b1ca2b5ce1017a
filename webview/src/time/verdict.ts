import { counted, largestOf, number } from '@sup/model';
import { durationText, type Effect, type Recording, type RunDifference } from '@sup/playback';
import type { PlayedRun } from '@sup/protocol/preview';

/** The result of a run in a few words: the consequence first, then the cause. */
export interface Verdict {
    readonly condition: 'fail' | 'behind' | 'ok';
    /** The consequence: its first part has the color of the condition. */
    readonly consequence: string;
    readonly extent: string;
    /** Empty if nothing happens. */
    readonly cause: string;
    /** Further sentences. */
    readonly details: readonly string[];
}

/** The most names in a sentence. */
const maxNames = 4;

/** Describes the whole run, so that it does not change with the time. `titleOf` returns the name of the site that a part belongs to. */
export function verdictOf({ recording, difference }: Pick<PlayedRun, 'recording' | 'difference'>, titleOf: (part: string) => string | undefined): Verdict {
    if (!difference) {
        return plainVerdict(recording);
    }
    const cause = causeText(recording, titleOf);
    const later = delayTexts(recording, difference);
    const { clients, cannotScan, heldBack } = difference;
    if (cannotScan.clients > 0) {
        return { condition: 'fail', consequence: `${ofAll(cannotScan, clients)} cannot scan`, extent: extentText(cannotScan), cause, details: [sitesText(cannotScan, recording), ...later] };
    }
    if (heldBack.clients > 0) {
        return { condition: 'behind', consequence: `${ofAll(heldBack, clients)} ${heldBack.clients === 1 ? 'is' : 'are'} held back from new updates`, extent: extentText(heldBack), cause, details: later };
    }
    return { condition: 'ok', consequence: 'No client is worse off', extent: difference.sites.length === 0 ? ': every site gets its updates as usual' : '', cause, details: later };
}

/** The verdict on a run without events. */
function plainVerdict({ samples, clients, headline: [bound = ''] }: Recording): Verdict {
    const most = largestOf(samples.cannotScan);
    const all = sumOf(clients);
    const never = sumOf(clients.filter(({ state }) => state.is.every(each => each === 'never')));
    const details = [bound.replace(/:$/, '.')];
    if (most > 0) {
        return { condition: 'fail', consequence: `${number(most)} of ${counted(all, 'client')} cannot scan`, extent: ', although nothing fails', cause: '', details };
    }
    return never > 0
        ? { condition: 'fail', consequence: `${number(never)} of ${counted(all, 'client')} never ${never === 1 ? 'scans' : 'scan'}`, extent: ', although nothing fails', cause: '', details }
        : { condition: 'ok', consequence: all > 0 ? 'Every client can scan' : 'The plan states no clients', extent: all > 0 ? ' while nothing fails' : '', cause: '', details };
}

const sumOf = (clients: Recording['clients']): number => clients.reduce((sum, { count }) => sum + count, 0);

const ofAll = ({ clients }: Effect, all: number): string => `${number(clients)} of ${counted(all, 'client')}`;

function extentText({ minutes, isOpen }: Effect): string {
    return isOpen ? `, for at least ${roughly(minutes)}` : `, for up to ${roughly(minutes)}`;
}

/** A duration without minutes if it takes days. */
function roughly(minutes: number): string {
    return durationText(minutes >= 1_440 ? Math.round(minutes / 60) * 60 : Math.round(minutes));
}

/** The failed parts and the changed settings, each with the name of its site and its time. */
function causeText({ outages, changes, duration }: Recording, titleOf: (part: string) => string | undefined): string {
    const failed = outages.map(({ subject, state, part, kind, from, to }) => {
        const title = part === undefined || kind === 'link' ? undefined : titleOf(part);
        return `${withLowercaseArticle(subject)}${title === undefined ? '' : ` (${title})`} ${state} ${to === undefined || to >= duration ? `from ${startText(from)} on` : `from ${startText(from)} to ${durationText(to)}`}`;
    });
    const changed = changes.map(({ at, text }) => `${withLowercaseArticle(text)} at ${durationText(at)}`);
    const causes = [...failed, ...changed];
    const more = causes.length - 2;
    return causes.length === 0 ? '' : `${causes.slice(0, 2).join(' and ')}${more > 0 ? `, and ${counted(more, 'more event')}` : ''}.`;
}

const startText = (from: number): string => from === 0 ? 'the start' : durationText(from);

const withLowercaseArticle = (text: string): string => text.replace(/^(The|An?) /, article => article.toLowerCase());

/** The sites of the clients of an effect: `Affected: EUR, BRE and 4 more sites.` */
function sitesText({ sites }: Effect, recording: Recording): string {
    const codes = new Map(recording.sites.map(({ id, code }) => [id, code]));
    return `Affected: ${namesText(sites.map(id => codes.get(id) ?? id))}.`;
}

/** The sites that get updates later, or not at all, and how many are not affected. */
function delayTexts({ sites: all }: Recording, { sites, groups }: RunDifference): readonly string[] {
    const never = sites.filter(({ after }) => after === undefined);
    const later = sites.filter(({ before, after }) => after !== undefined && after > before);
    const longest = later.reduce((most, { before, after }) => Math.max(most, after! - before), 0);
    const affected = new Set([...sites, ...groups].map(({ site }) => site));
    const others = all.length - affected.size;
    return [
        never.length > 0 ? `${namesText(never.map(({ code }) => code))} ${never.length === 1 ? 'gets' : 'get'} no new updates before the run ends.` : '',
        later.length > 0 ? `${namesText(later.map(({ code }) => code))} ${later.length === 1 ? 'gets' : 'get'} updates up to ${roughly(longest)} later.` : '',
        affected.size > 0 && others > 0 ? `The ${counted(others, 'other site')} ${others === 1 ? 'is' : 'are'} not affected.` : ''
    ].filter(Boolean);
}

/** `EUR, ANT and GDN`; `EUR, ANT, GDN and 5 more sites`. */
function namesText(names: readonly string[]): string {
    const shown = names.length > maxNames ? names.slice(0, maxNames - 1) : names;
    const rest = names.length - shown.length;
    const parts = rest > 0 ? [...shown, counted(rest, 'more site')] : shown;
    return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
