import { type AssumptionName } from '../assumptions.js';
import { durationText } from '../durations.js';
import { bandwidthText, counted, megabytesText, number } from '../wording.js';
import type { Advice } from './advice.js';
import { isBearable } from './decide.js';
import type { LinkFigures } from './figures.js';

/** The assumptions that every advice rests on. */
export const adviceAssumptions: readonly AssumptionName[] = ['scanInterval', 'scanSpread', 'scanSize', 'firstScanSize', 'publishInterval', 'changeSize', 'catalogSize', 'roundTrips'];

/** Renders an advice as sentences: the recommendation with its reason, a remedy without a server where there is one, the figures at which the advice changes, and all others. */
export function adviceText(advice: Advice): readonly string[] {
    return [recommendationText(advice), ...ownUnknownText(advice), ...remedies(advice), ...turningText(advice), ...figuresText(advice)];
}

function recommendationText(advice: Advice): string {
    const { reason, site: { code }, parent, hasOwn, clients, link, parentLoad, supported } = advice;
    const need = `${code} should ${hasOwn ? 'keep' : 'have'} its own software update point`;
    const noNeed = `${code} ${hasOwn ? 'could do without' : 'does not need'} its own software update point`;
    const undecided = `The figures do not decide whether ${code} should have its own software update point`;
    switch (reason) {
        case 'one-client': return `${noNeed}: it has ${clients === 0 ? 'no clients' : '1 client'} on the intranet.`;
        case 'blocked': return `${code} cannot use its own software update point yet: it would be a replica of the one of ${parent.code}, which has no active software update point. Give ${parent.code} one first.`;
        case 'parent-unknown': return `${undecided}: the plan states that it is unknown whether the software update point of ${parent.code} is active. State it.`;
        case 'clients-unknown': return `${undecided}: the plan states that the number of its clients is unknown. State the number.`;
        case 'capacity': return `${need}: with the clients of ${code}, the software update point of ${parent.code} would serve ${counted(parentLoad, 'client')}, and it supports ${number(supported!)}.`;
        case 'bandwidth-unknown': return `${undecided}: the plan does not state how fast its link is. State the bandwidth.`;
        case 'light': return `${noNeed}: the link carries the scans of its clients. ${linkLoadText(link!)}`;
        case 'near-capacity': return `${undecided}: the link carries the scans of its clients, but with them the software update point of ${parent.code} would serve ${number(parentLoad)} of the ${counted(supported!, 'client')} that it supports.`;
        case 'heavy': return `${need}: the scans of its clients fill the link for too long. ${linkLoadText(link!)}`;
        case 'too-slow': return `The link of ${code} is too slow for the scans of its clients, and for a replica. ${linkLoadText(link!)} A replica cannot import updates instead.`;
        case 'replica-no-lighter': return `${undecided}: the scans of its clients fill the link for long, but a replica would move as much data. ${linkLoadText(link!)}`;
        case 'between': return `${undecided}: the scans of its clients fill the link for some time, but not for so long that a server is clearly worth it. ${linkLoadText(link!)}`;
    }
}

function ownUnknownText({ hasOwn, site: { code } }: Advice): readonly string[] {
    return hasOwn === undefined ? [`The plan states that it is unknown whether the software update point of ${code} is active, so the advice does not say whether it differs from the plan.`] : [];
}

/** How long scans fill the link. */
export function linkLoadText({ spreadShare, scanMinutes, firstScanHours }: LinkFigures): string {
    return `One scan of all of them takes ${minutesText(scanMinutes)} of the link (${percentText(spreadShare)} of the scan spread), their first scans ${hoursText(firstScanHours)}.`;
}

/** A faster link, or a longer window, where it would do. */
function remedies({ reason, site, parent, turningPoints: { parentFromBandwidth }, gap, recommendation, hasOwn }: Advice): readonly string[] {
    const isLinkTooSlow = reason === 'heavy' || reason === 'too-slow' || reason === 'between' || reason === 'replica-no-lighter';
    const isBehind = gap !== undefined && gap.clientsPerDay >= 1 && (recommendation === 'own' || hasOwn);
    return [
        ...isLinkTooSlow && parentFromBandwidth !== undefined ? [`With a link of ${bandwidthText(parentFromBandwidth)} or more, the site needs no software update point of its own.`] : [],
        ...isBehind ? [
            `Its link is closed to notifications when ${parent.code} has synchronized. Until it opens, for up to ${durationText(gap.behindMinutes)}, a replica at ${site.code} is behind, and about ${counted(Math.round(gap.clientsPerDay), 'client')} a day would scan against ${parent.code} instead: up to ${megabytesText(gap.megabytesPerDay)} a day more over the link. A longer window would avoid this.`
        ] : []
    ];
}

function turningText({ reason, clients, supported, turningPoints: { parentUpTo, ownFrom, ownUpToBandwidth, parentFromBandwidth } }: Advice): readonly string[] {
    if (reason === 'blocked' || reason === 'parent-unknown' || reason === 'clients-unknown') {
        return [];
    }
    const ofClients = [
        ...parentUpTo === undefined ? [] : [`up to ${counted(parentUpTo, 'client')} the software update point of the parent is enough`],
        ...ownFrom === undefined ? [] : [`from ${counted(ownFrom, 'client')} on the site should have its own`]
    ];
    const ofBandwidth = [
        ...ownUpToBandwidth === undefined ? [] : [`up to ${bandwidthText(ownUpToBandwidth)} the site should have its own`],
        ...parentFromBandwidth === undefined ? [] : [`from ${bandwidthText(parentFromBandwidth)} on the parent's is enough`]
    ];
    const isByCapacity = reason === 'capacity' || (reason === 'bandwidth-unknown' && supported !== undefined);
    const link = isByCapacity ? ' by the capacity of the parent' : ' over this link';
    return [
        ...ofClients.length === 0 ? [] : [`The advice changes with the number of clients${link}: ${ofClients.join(', and ')}. The site has ${number(clients ?? 0)}.`],
        ...ofBandwidth.length === 0 || reason === 'one-client' ? [] : [`For ${counted(clients ?? 0, 'client')} it changes with the bandwidth: ${ofBandwidth.join(', and ')}.`]
    ];
}

function figuresText({ link, reason, traffic, parentLoad, parent, latency, supported, blocked, clients }: Advice): readonly string[] {
    return [
        ...link ? [
            `Link filled per day: ${minutesText(link.scanMinutesPerDay)} by scans, or ${minutesText(link.pullMinutesPerDay)} by a replica, whose first synchronization takes ${hoursText(link.firstPullHours)}${isBearable(link) ? '' : ': too much for this link'}.`,
            ...latency ? [`At ${number(latency)} ms, each scan waits ${minutesText(link.scanWaitMinutes)} for answers, which leaves the link free.`] : [],
            `If a software update point at the site fails, its clients scan in full against another catalog: ${hoursText(link.firstScanHours)} of the link.`
        ] : [],
        ...clients === undefined ? [] : [
            `Traffic over the link each day: scans ${megabytesText(traffic.scanMegabytes)}, a replica ${megabytesText(traffic.replicaMegabytes)}.`,
            `Initial traffic: first scans ${megabytesText(traffic.onceForScans)}, a replica ${megabytesText(traffic.onceForReplica)}.`
        ],
        ...blocked || reason === 'parent-unknown' ? [] : [`The software update point of ${parent.code} would serve ${counted(parentLoad, 'client')}, including those of this site${supported === undefined ? '' : `; it supports ${number(supported)}`}.`]
    ];
}

/** `3.2 hours`; from two days on in days. */
function hoursText(hours: number): string {
    return hours >= 48 ? quantityText(hours / 24, 'day') : quantityText(hours, 'hour');
}

/** `4.5 minutes`; below a minute in seconds, from two hours on in hours. */
function minutesText(minutes: number): string {
    if (minutes > 0 && minutes < 1) {
        return quantityText(minutes * 60, 'second');
    }
    return minutes >= 120 ? hoursText(minutes / 60) : quantityText(minutes, 'minute');
}

const quantityText = (value: number, unit: string): string => counted(rounded(value), unit);

function percentText(share: number): string {
    return `${number(rounded(share * 100))}%`;
}

/** Two digits are as much as the assumptions allow. */
function rounded(value: number): number {
    return value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
}
