import { number } from '@sup/model';
import type { GroupSummary, SimulationResult } from '@sup/simulation';
import type { Figure } from '../comparison.js';
import { figure, type Telling } from './figure.js';

const trouble: Telling = { text: number, isLessBetter: true };

/** Which clients go without, and what goes wrong on the way to them. */
export function compareClients({ summary: before }: SimulationResult, { summary: after }: SimulationResult): readonly Figure[] {
    const failing = ({ result }: GroupSummary): boolean => result !== undefined && result !== 'succeeded';
    const silent = ({ result }: GroupSummary): boolean => result === undefined;
    return [
        ...figure('Clients whose scans fail', clients(before.groups, failing), clients(after.groups, failing), trouble),
        ...figure('Clients that never scan', clients(before.groups, silent), clients(after.groups, silent), trouble),
        ...figure('Synchronizations that fail', failures(before.sites), failures(after.sites), trouble)
    ];
}

function clients(groups: readonly GroupSummary[], isCounted: (group: GroupSummary) => boolean): number {
    return groups.filter(isCounted).reduce((sum, { count }) => sum + count, 0);
}

function failures(sites: SimulationResult['summary']['sites']): number {
    return sites.reduce((sum, site) => sum + site.failures, 0);
}
