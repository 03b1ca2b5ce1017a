import { counted } from '@sup/model';

/** The number of sites that the sentence names. */
const maxNamed = 3;

/** States that figures are incomplete, because the plan has sites with an unknown number of clients; empty if it has none. */
export function unknownClientsText(sites: readonly string[]): readonly string[] {
    const named = sites.length > maxNamed ? counted(sites.length, 'site') : sites.join(', ');
    return sites.length === 0 ? [] : [`The number of clients is unknown at ${named}, so no figure includes them. State it in the plan.`];
}
