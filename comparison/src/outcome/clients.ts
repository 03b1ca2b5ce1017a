import { number } from '@sup/model';
import type { GroupSummary, SimulationResult } from '@sup/simulation';
import type { Figure } from '../comparison.js';
import { compareFigure, type FigureFormat } from './figure.js';

const failureCount: FigureFormat = { text: number, isLessBetter: true };

/** Compares the clients that do not scan successfully, and the synchronizations that fail. */
export function compareClients({ summary: before }: SimulationResult, { summary: after }: SimulationResult): readonly Figure[] {
    const failing = ({ result }: GroupSummary): boolean => result !== undefined && result !== 'succeeded';
    const neverScanning = ({ result }: GroupSummary): boolean => result === undefined;
    return [
        ...compareFigure('Clients whose scans fail', clients(before.groups, failing), clients(after.groups, failing), failureCount),
        ...compareFigure('Clients that never scan', clients(before.groups, neverScanning), clients(after.groups, neverScanning), failureCount),
        ...compareFigure('Synchronizations that fail', failures(before.sites), failures(after.sites), failureCount)
    ];
}

function clients(groups: readonly GroupSummary[], isCounted: (group: GroupSummary) => boolean): number {
    return groups.filter(isCounted).reduce((sum, { count }) => sum + count, 0);
}

function failures(sites: SimulationResult['summary']['sites']): number {
    return sites.reduce((sum, site) => sum + site.failures, 0);
}
