import { assumptions, assumptionValueText, counted, durationText, megabytesText, number } from '@sup/model';
import { targetText } from '../trace/actions.js';
import { hoursOf, type OutageImpact } from './outage-impact.js';
import type { PairImpact } from './pairs.js';
import type { Sweep } from './sweep.js';

/** How many of the software update points, and of the links, that get more load are listed. */
const maxListed = 3;

/** The two parts that fail at the same time: `OSLSUP01 and the link of BER to its parent`. */
export function pairText({ targets: [first, second] }: Pick<PairImpact, 'targets'>): string {
    return `${targetText(first)} and ${targetText(second).replace(/^The /, 'the ')}`;
}

/** The load that an outage moves: clients to other software update points, and their scans to links. */
export function movedLoadText({ moved, links }: OutageImpact): string {
    return [
        ...moved.slice(0, maxListed).map(each => `${each.server}: ${number(each.before)} to ${counted(each.clients, 'client')}`),
        ...links.slice(0, maxListed).map(each => `link of ${each.site}: ${megabytesText(each.megabytes)} more scans`)
    ].join('; ');
}

/** The assumption that an impact rests on, and the impact with the other choice; undefined if there is none. */
export function impactAssumptionText({ assumption }: OutageImpact, rank: number): string | undefined {
    if (!assumption) {
        return undefined;
    }
    const { name, value, other } = assumption;
    return `${rank}* rests on the assumption \`${assumptions[name].key}: ${assumptionValueText(name, value)}\`, which no document confirms. With \`${assumptionValueText(name, 1 - value)}\`: ${counted(other.clients, 'client')} affected, ${counted(Math.round(hoursOf(other)), 'client-hour')}.`;
}

/** Less than half an hour in total is not worth a word, for example the scans of a wave that a busy server refuses. */
const leastHours = 0.5;

/** States that clients are harmed without any failure, so that a small impact is not taken for safety; undefined if they are not. */
export function undisturbedText({ undisturbed, tooOld }: Pick<Sweep, 'undisturbed' | 'tooOld'>): string | undefined {
    const { clients, failedHours, staleHours } = undisturbed;
    return hoursOf(undisturbed) < leastHours ? undefined
        : `Even without a failure, ${counted(clients, 'client')} ${clients === 1 ? 'is' : 'are'} affected: ${counted(Math.round(failedHours), 'client-hour')} without a scan, ${number(Math.round(staleHours))} with a catalog over ${durationText(tooOld)} old. Failures count only with what they add to that.`;
}

/** The sentence in place of an empty list of failures. */
export function noImpactText(sweep: Pick<Sweep, 'undisturbed' | 'tooOld'>): string {
    return undisturbedText(sweep) === undefined ? 'No single failure keeps clients from scanning or makes their catalog too old.' : 'No single failure adds to that.';
}
