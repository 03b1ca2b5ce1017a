import { counted } from '@sup/model';
import { durationText } from '@sup/simulation';
import { groupsOf } from '../read/clients-at.js';
import type { ClientRecording, ClientState, ClientDelay, SiteDelay, Recording, RunDifference, SiteRecording, Steps } from '../recording.js';

/** Compares a run with additional events to the run without them. Sites are matched by id, and client groups by name. */
export function differenceOf(before: Recording, after: Recording): RunDifference {
    const others = new Map(after.sites.map(site => [site.id, site]));
    const sites = before.sites.flatMap(site => siteDelay(site, others.get(site.id), after.duration) ?? []).sort((a, b) => delayOf(b, after.duration) - delayOf(a, after.duration));
    const groups = new Map(after.clients.map(group => [group.name, group]));
    const clients = [...groupsOf(before).values()].flat().flatMap(group => clientDelay(group, groups.get(group.name), after.duration) ?? [])
        .sort((a, b) => b.failing * b.count - a.failing * a.count || b.stale * b.count - a.stale * a.count);
    return { summary: summaryOf(sites, clients), sites, clients };
}

/** Returns the content version of a site with the largest difference in its time of arrival. */
function siteDelay(before: SiteRecording, after: SiteRecording | undefined, duration: number): SiteDelay | undefined {
    let worst: SiteDelay | undefined;
    for (let i = 1; i < before.version.at.length; i++) {
        const version = before.version.is[i]!;
        const arrival = after && firstTime(after.version, version);
        const here: SiteDelay = { site: before.id, version, before: before.version.at[i]!, after: arrival, text: '' };
        if (here.before !== arrival && (!worst || Math.abs(delayOf(here, duration)) > Math.abs(delayOf(worst, duration)))) {
            worst = here;
        }
    }
    return worst && { ...worst, text: siteText(before.code, worst) };
}

function firstTime({ at, is }: Steps<number>, version: number): number | undefined {
    const index = is.findIndex(each => each >= version);
    return index < 0 ? undefined : at[index];
}

/** The delay in minutes. A version that does not arrive within the run counts as arriving after its end. */
function delayOf({ before, after }: SiteDelay, duration: number): number {
    return (after ?? 2 * duration) - before;
}

function siteText(code: string, { version, before, after }: SiteDelay): string {
    if (after === undefined) {
        return `${code} does not get content version ${version} before the run ends.`;
    }
    return `${code} gets content version ${version} ${durationText(Math.abs(after - before))} ${after > before ? 'later' : 'earlier'}.`;
}

function clientDelay(before: ClientRecording, after: ClientRecording | undefined, duration: number): ClientDelay | undefined {
    const more = (state: ClientState): number => after ? minutesIn(after.state, state, duration) - minutesIn(before.state, state, duration) : 0;
    // Clients that have never scanned cannot scan either.
    const [failing, stale] = [more('failing') + more('never'), more('stale')];
    if (failing <= 0 && stale <= 0) {
        return undefined;
    }
    const parts = [failing > 0 ? `cannot scan for an additional ${durationText(failing)}` : '', stale > 0 ? `lack new updates for an additional ${durationText(stale)}` : ''].filter(Boolean);
    return { site: before.site, name: before.name, count: before.count, failing: Math.max(failing, 0), stale: Math.max(stale, 0), text: `${before.name}: ${parts.join(', ')}.` };
}

function minutesIn({ at, is }: Steps<ClientState>, state: ClientState, duration: number): number {
    return is.reduce((sum, each, i) => each === state ? sum + (at[i + 1] ?? duration) - at[i]! : sum, 0);
}

function summaryOf(sites: readonly SiteDelay[], clients: readonly ClientDelay[]): string {
    const failing = clients.filter(each => each.failing > 0);
    const never = sites.filter(each => each.after === undefined);
    const later = sites.filter(each => each.after !== undefined && each.after > each.before);
    const longest = Math.max(0, ...failing.map(each => each.failing));
    const slowest = later.reduce<SiteDelay | undefined>((worst, each) => !worst || each.after! - each.before > worst.after! - worst.before ? each : worst, undefined);
    const parts = [
        failing.length > 0 ? `${counted(sum(failing), 'client')} cannot scan, for up to ${durationText(longest)}` : '',
        never.length > 0 ? `${counted(never.length, 'site')} ${never.length === 1 ? 'gets' : 'get'} no new updates before the run ends` : '',
        slowest ? `${counted(later.length, 'site')} ${later.length === 1 ? 'gets' : 'get'} updates up to ${durationText(slowest.after! - slowest.before)} later` : '',
        failing.length === 0 && clients.length > 0 ? `${counted(sum(clients), 'client')} ${sum(clients) === 1 ? 'learns' : 'learn'} of new updates later` : ''
    ].filter(Boolean);
    return parts.length > 0 ? `${parts.join('; ')}.` : 'No effect: every site gets its updates and every client scans as before.';
}

const sum = (clients: readonly ClientDelay[]): number => clients.reduce((total, { count }) => total + count, 0);
