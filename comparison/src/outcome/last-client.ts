import { type Bound, type BoundPartKind, durationText, lastFirstScansOf, type SimulationResult } from '@sup/simulation';
import type { Figure } from '../comparison.js';
import { compareFigure, type FigureFormat } from './figure.js';
import { compareLastClientBySite, hasDetours, rounding } from './last-client-by-site.js';

const duration: FigureFormat = { text: durationText, isLessBetter: true };

/** The parts of the way of an update to the last client, in their order. */
const partLabels: Readonly<Record<BoundPartKind, string>> = {
    'schedule': 'until the top site synchronizes on schedule',
    'import': 'until updates are imported',
    'waiting': 'while sites wait to begin',
    'link-window': 'while links are closed',
    'notification': 'while notifications are on their way',
    'pull': 'while metadata crosses full links',
    'synchronization': 'while sites synchronize',
    'policy': 'until clients request policy',
    'scan-interval': 'until clients are due to scan',
    'scan-spread': 'over which clients spread their scans',
    'link': 'while a link carries the scans',
    'server': 'while a software update point answers the scans',
    'last-scan': 'last scan over the link'
};

/** How long it takes at most until the last client, of the plan and of each site, has scanned for a new update, and for the first time after an installation. */
export function compareLastClient({ bound: before }: SimulationResult, { bound: after }: SimulationResult): readonly Figure[] {
    return [...compareBounds(before, after), ...compareLastClientBySite(before, after), ...compareFirstScans(before, after)];
}

function compareFirstScans(before: Bound, after: Bound): readonly Figure[] {
    const [from, to] = [before, after].map(bound => lastFirstScansOf(bound)?.minutes);
    return from === undefined || to === undefined || Math.abs(from - to) <= rounding ? [] : compareFigure('Time until the last client has scanned for the first time after an installation, at most', from, to, duration);
}

/** Compares the bounds, and names the parts of the time that differ. */
function compareBounds(before: Bound, after: Bound): readonly Figure[] {
    const what = 'Time until the last client has scanned for a new update, at most';
    if (before.minutes !== undefined && after.minutes !== undefined) {
        const judged = hasDetours(before) || hasDetours(after) ? { ...duration, isLessBetter: undefined } : duration;
        const figures = Math.abs(before.minutes - after.minutes) <= rounding ? [] : compareFigure(what, before.minutes, after.minutes, judged);
        // If the total is the same, differences between the parts do not matter.
        return figures.length === 0 ? [] : [
            ...figures,
            ...(Object.keys(partLabels) as BoundPartKind[]).flatMap(kind => compareFigure(`… of which ${partLabels[kind]}`, minutesOf(before, kind), minutesOf(after, kind), judged))
        ];
    }
    const [from, to] = [textOf(before), textOf(after)];
    return from === to ? [] : [{ what, before: from, after: to, isBetter: isUnlimited(before) ? true : isUnlimited(after) ? false : undefined }];
}

function isUnlimited({ reason }: Bound): boolean {
    return reason !== undefined && reason.kind !== 'no-clients';
}

function textOf({ minutes, reason }: Bound): string {
    return minutes !== undefined ? durationText(minutes) : reason?.kind === 'no-clients' ? 'no clients' : `no limit. ${reason!.text}`;
}

function minutesOf({ parts }: Bound, kind: BoundPartKind): number {
    return parts.reduce((sum, part) => part.kind === kind ? sum + part.minutes : sum, 0);
}
