import { type Cluster, type Hierarchy, hostsOf, type Server, type Site } from '@sup/model';
import { shownName } from './shown.js';

export interface Ids {
    of(element: Site | Server | Cluster): string;
}

/**
 * Creates ids for sites, servers and clusters that stay the same while the plan is edited: they are made of names, not of positions. Where
 * several have one name, which rules report, all but the first get a number.
 */
export function idsOf(hierarchy: Hierarchy): Ids {
    const ids = new Map<Site | Server | Cluster, string>();
    const used = new Set<string>();
    const counts = new Map<string, number>();
    const add = (element: Site | Server | Cluster, name: string): void => {
        const plain = `${element.element}:${shownName(name)}`;
        let id = plain;
        for (let count = counts.get(plain) ?? 1; used.has(id);) {
            counts.set(plain, ++count);
            id = `${plain}#${count}`;
        }
        used.add(id);
        ids.set(element, id);
    };
    hierarchy.sites.forEach(site => add(site, site.code));
    hierarchy.sites.forEach(site => hostsOf(site).forEach(host => add(host, host.name)));
    return { of: element => ids.get(element)! };
}
