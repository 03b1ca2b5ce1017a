import { type AssumptionName, assumptions, counted, durationText, number } from '@sup/model';
import type { Advice } from './advise.js';

const usedAssumptions: readonly AssumptionName[] = ['scanInterval', 'scanSize', 'firstScanSize', 'publishInterval', 'changeSize', 'catalogSize'];

/** Renders an advice as sentences: the recommendation, how clear it is, and the figures. */
export function adviceText(advice: Advice): readonly string[] {
    return [recommendationText(advice), closenessText(advice), ...figuresText(advice)];
}

function recommendationText({ recommendation, site, parent, hasOwn, isParentFull, parentLoad }: Advice): string {
    if (isParentFull) {
        return `${site.code} should have its own software update point: with the clients of ${site.code}, the software update point of ${parent.code} would serve ${counted(parentLoad, 'client')}.`;
    }
    switch (recommendation) {
        case 'own': return `${site.code} should ${hasOwn ? 'keep' : 'have'} its own software update point: a replica moves less data over the link than the scans of its clients.`;
        case 'parent': return `${site.code} ${hasOwn ? 'could do without' : 'does not need'} its own software update point: the scans of its clients against the software update point of ${parent.code} move less data over the link than a replica.`;
        case 'close': return `The figures do not decide whether ${site.code} should have its own software update point: scans and a replica move about the same amount of data over the link.`;
    }
}

function closenessText({ ratio, breakEven, clients }: Advice): string {
    const limit = Number.isFinite(breakEven) ? ` The break-even point is ${counted(breakEven, 'client')}; the site has ${number(clients)}.` : '';
    return `${comparisonText(ratio)}${limit}`;
}

function comparisonText(ratio: number): string {
    if (ratio === Infinity) {
        return 'A replica moves no data.';
    }
    const factor = ratio === 0 ? 'no data' : ratio >= 1 ? `${ratio.toFixed(1)} times as much data as a replica` : `1/${(1 / ratio).toFixed(1)} of the data that a replica moves`;
    return `Scans move ${factor}.`;
}

function figuresText({ scanMegabytes, replicaMegabytes, onceForScans, onceForReplica, scanMinutes, parentLoad, parent }: Advice): readonly string[] {
    return [
        `Traffic over the link each day: scans ${megabytesText(scanMegabytes)}, a replica ${megabytesText(replicaMegabytes)}.`,
        `Initial traffic: first scans ${megabytesText(onceForScans)}, a replica ${megabytesText(onceForReplica)}.`,
        scanMinutes === undefined ? 'The plan does not state the bandwidth of the link, so the time that scans take is unknown.' : `One scan of all clients saturates the link for ${durationText(scanMinutes)}.`,
        `The software update point of ${parent.code} would serve ${counted(parentLoad, 'client')}, including those of this site.`
    ];
}

/** Renders the assumptions that the figures are based on, one sentence each. They are the same for all sites of a hierarchy. */
export function assumptionsText({ assumed }: Pick<Advice, 'assumed'>): readonly string[] {
    return usedAssumptions.map(name => {
        const { key, unit, source } = assumptions[name];
        const value = unit === 'minutes' ? durationText(assumed[name]) : megabytesText(assumed[name]);
        return `Assumed: ${key} ${value}${source === undefined ? ' (an estimate: replace it with your own measurement)' : ` (${source})`}.`;
    });
}

/** `0.2 MB`, `12 MB`, `1.5 GB`. */
export function megabytesText(megabytes: number): string {
    const short = (value: number): string => value >= 10 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1);
    return megabytes >= 1000 ? `${short(megabytes / 1000)} GB` : `${short(megabytes)} MB`;
}
