import { counted, hasUnknownClients, type Hierarchy } from '@sup/model';

/** The number of sites that a sentence names. */
const maxNamed = 3;

/** The codes of the sites for which the plan states that the number of clients is unknown. */
export function sitesWithUnknownClients({ sites }: Hierarchy): readonly string[] {
    return sites.filter(hasUnknownClients).map(({ code }) => code);
}

/** Names a few sites by their codes; of many, states only their number. */
export function namedSites(sites: readonly string[]): string {
    return sites.length > maxNamed ? counted(sites.length, 'site') : sites.join(', ');
}

/** States that figures are incomplete, because the plan has sites with an unknown number of clients; empty if it has none. */
export function unknownClientsText(sites: readonly string[]): readonly string[] {
    return sites.length === 0 ? [] : [`The number of clients is unknown at ${namedSites(sites)}, so no figure includes them. State it in the plan.`];
}
