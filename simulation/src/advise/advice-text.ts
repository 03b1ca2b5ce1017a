import { assumptions, type AssumptionName } from '@sup/model';
import { durationText } from '../trace/time.js';
import type { Advice } from './advise.js';

const usedAssumptions: readonly AssumptionName[] = ['scanInterval', 'scanSize', 'firstScanSize', 'publishInterval', 'changeSize', 'catalogSize'];

/** An advice as sentences: the recommendation, how close the call is, the figures. */
export function adviceText(advice: Advice): readonly string[] {
    return [recommendationText(advice), closenessText(advice), ...figuresText(advice)];
}

function recommendationText({ recommendation, site, parent, hasOwn, isParentFull, parentLoad }: Advice): string {
    if (isParentFull) {
        return `${site.code} should have its own software update point: with its clients, that of ${parent.code} would have ${parentLoad} clients.`;
    }
    switch (recommendation) {
        case 'own': return `${site.code} ${hasOwn ? 'rightly has' : 'should have'} its own software update point: a replica moves less over the link than the scans of its clients.`;
        case 'parent': return `${site.code} ${hasOwn ? 'could do' : 'does well'} without its own software update point: the scans of its clients against that of ${parent.code} move less over the link than a replica.`;
        case 'close': return `Whether ${site.code} should have its own software update point is a close call: both ways move about as much over the link.`;
    }
}

function closenessText({ ratio, breakEven, clients }: Advice): string {
    const limit = Number.isFinite(breakEven) ? ` Both would be equal at ${breakEven} clients; there are ${clients}.` : '';
    return `${comparisonText(ratio)}${limit}`;
}

function comparisonText(ratio: number): string {
    if (ratio === Infinity) {
        return 'A replica moves nothing.';
    }
    const factor = ratio === 0 ? 'nothing' : ratio >= 1 ? `${ratio.toFixed(1)} times as much as a replica` : `1/${(1 / ratio).toFixed(1)} of what a replica moves`;
    return `Scans move ${factor}.`;
}

function figuresText({ scanMegabytes, replicaMegabytes, onceForScans, onceForReplica, scanMinutes, parentLoad, parent }: Advice): readonly string[] {
    return [
        `Over the link, each day: scans ${megabytesText(scanMegabytes)}, a replica ${megabytesText(replicaMegabytes)}.`,
        `Once, at the start: first scans ${megabytesText(onceForScans)}, a replica ${megabytesText(onceForReplica)}.`,
        scanMinutes === undefined ? 'The plan gives the link no bandwidth, so it cannot be said how long scans fill it.' : `One scan of all clients fills the link for ${durationText(scanMinutes)}.`,
        `The software update point of ${parent.code} would serve ${parentLoad} clients with those of this site.`
    ];
}

/** What the figures rest on, as sentences: the same for all sites of a hierarchy. */
export function assumptionsText({ assumed }: Pick<Advice, 'assumed'>): readonly string[] {
    return usedAssumptions.map(name => {
        const { key, unit, source } = assumptions[name];
        const value = unit === 'minutes' ? durationText(assumed[name]) : megabytesText(assumed[name]);
        return `Assumed: ${key} ${value}${source === undefined ? ' (a guess: replace it by a measurement of your own)' : ` (${source})`}.`;
    });
}

/** `0.2 MB`, `12 MB`, `1.5 GB`. */
export function megabytesText(megabytes: number): string {
    const short = (value: number): string => value >= 10 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1);
    return megabytes >= 1000 ? `${short(megabytes / 1000)} GB` : `${short(megabytes)} MB`;
}
