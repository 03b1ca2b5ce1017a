import type { Cluster, Hierarchy, Server } from '../hierarchy.js';
import { toUpperCaseCode } from '../upper-case.js';

/** The servers and clusters that have a name, upper and lower case taken for the same, as names of computers are. */
export function hostsByAnyCase(hierarchy: Hierarchy, name: string): readonly (Server | Cluster)[] {
    return hierarchy.hostsByAnyCase.get(toUpperCaseCode(name)) ?? [];
}

/**
 * A name for a server or cluster that nothing in the hierarchy has yet, as close to its present one as there is. A name that was
 * copied from another site gets this site's code: `OSLSUP01` becomes `TRDSUP01`. Else its number goes up: `OSLSUP02`.
 */
export function freeNameFor(hierarchy: Hierarchy, host: Server | Cluster): string {
    const { code } = host.site;
    const name = toUpperCaseCode(host.name);
    const origin = code === '' ? undefined : hostsByAnyCase(hierarchy, host.name)
        .map(other => other.site.code)
        .find(other => other !== '' && other !== code && name.startsWith(toUpperCaseCode(other)));
    const own = origin === undefined ? host.name : code + host.name.slice(origin.length);
    return hostsByAnyCase(hierarchy, own).length === 0 ? own : withNextFreeNumber(hierarchy, own);
}

function withNextFreeNumber(hierarchy: Hierarchy, name: string): string {
    const [, stem = name, digits = ''] = /^(.*?)([0-9]{0,6})$/s.exec(name) ?? [];
    for (let number = digits === '' ? 2 : Number(digits) + 1; ; number++) {
        const next = stem + String(number).padStart(digits.length, '0');
        if (hostsByAnyCase(hierarchy, next).length === 0) {
            return next;
        }
    }
}
