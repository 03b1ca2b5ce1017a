import { number, type SceneSite } from '@sup/picture';

const kinds = ['central', 'primary', 'secondary', undefined] as const;

/** The number of sites of each kind: `1 central, 4 primary`. */
export function kindsText(sites: readonly SceneSite[]): string {
    return kinds.flatMap(kind => {
        const count = sites.filter(site => site.kind === kind).length;
        return count === 0 ? [] : [`${number(count)} ${kind ?? 'of unknown kind'}`];
    }).join(', ');
}
