import { durationText } from '@sup/model';
import type { Bound } from './bound.js';
import { type Compliance, complianceBySite, complianceOf, complianceShares } from './compliance.js';

/** The headings of a table of when which share of clients has scanned for an update. */
export const complianceHeadings: readonly string[] = ['Clients that have scanned', 'Count', ...complianceShares.map(share => `${share * 100}%`), 'All'];

/** The rows of that table: each site with clients, sites with an unknown number of them, then all known ones. Times count from a publication at the worst moment. */
export function complianceRows(bound: Bound): readonly (readonly (string | number)[])[] {
    const sites = complianceBySite(bound);
    const row = (name: string, { clients, by, all }: Compliance): readonly (string | number)[] =>
        [name, clients, ...[...by.map(({ minutes }) => minutes), all].map(minutes => minutes === undefined ? 'never' : durationText(minutes))];
    const unknownRow = (site: string): readonly string[] => complianceHeadings.map((_, i) => i === 0 ? sites.has(site) ? `${site}, others` : site : i === 1 ? 'unknown' : '');
    const all = bound.unknownClients.length > 0 ? 'all known clients' : 'all sites';
    return [...[...sites].map(([site, compliance]) => row(site, compliance)), ...bound.unknownClients.map(unknownRow), ...sites.size > 1 ? [row(all, complianceOf(bound))] : []];
}
