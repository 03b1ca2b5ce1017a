import { counted, durationText, number } from '@sup/model';
import type { VariantFigures } from './variant.js';

export const variantHeadings = ['Plan', 'Sites', 'Servers', 'Clients', 'An update to the last client, at most', 'Peak load', 'Worst single failure', 'Findings', 'Accepted risks'] as const;

/** The figures of a plan in words, one for each heading. */
export function variantRow({ label, sites, servers, clients, lastClient, peakLoad, worstFailure, errors, warnings, others, acceptedRisks }: VariantFigures): readonly string[] {
    const findings = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '', others > 0 ? `${number(others)} other` : ''].filter(Boolean).join(', ');
    return [
        label, number(sites), number(servers), number(clients), lastClient === undefined ? sites === 0 ? '' : 'no limit' : durationText(lastClient),
        peakLoad ? `${counted(peakLoad.scansPerHour, 'scan')} an hour at ${peakLoad.server}` : '',
        worstFailure ? `${worstFailure.what}: ${counted(worstFailure.clients, 'client')}, ${counted(worstFailure.clientHours, 'client-hour')}` : sites === 0 ? '' : 'none affects clients',
        findings || 'none', number(acceptedRisks)
    ];
}

/** Reasons for missing figures, with the plan that they are about. */
export function variantNotes(all: readonly VariantFigures[]): readonly string[] {
    return all.flatMap(({ label, notes }) => notes.map(note => `${label}: ${note}`));
}
