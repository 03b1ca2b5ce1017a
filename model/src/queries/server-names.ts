import type { Cluster, Hierarchy, Server } from '../hierarchy.js';
import { toUpperCaseCode } from '../upper-case.js';

/** The servers and clusters with a name, ignoring case, as Windows does for computer names. */
export function hostsIgnoringCase(hierarchy: Hierarchy, name: string): readonly (Server | Cluster)[] {
    return hierarchy.hostsByUpperCaseName.get(toUpperCaseCode(name)) ?? [];
}

/**
 * An unused name for a server or cluster, as similar to its present name as possible. A name copied from another site gets this site's code:
 * `OSLSUP01` becomes `TRDSUP01`. Otherwise its number is increased: `OSLSUP02`.
 */
export function freeNameFor(hierarchy: Hierarchy, host: Server | Cluster): string {
    const { code } = host.site;
    const name = toUpperCaseCode(host.name);
    const origin = code === '' ? undefined : hostsIgnoringCase(hierarchy, host.name)
        .map(other => other.site.code)
        .find(other => other !== '' && other !== code && name.startsWith(toUpperCaseCode(other)));
    const own = origin === undefined ? host.name : code + host.name.slice(origin.length);
    return hostsIgnoringCase(hierarchy, own).length === 0 ? own : withNextFreeNumber(hierarchy, own);
}

function withNextFreeNumber(hierarchy: Hierarchy, name: string): string {
    const [, stem = name, digits = ''] = /^(.*?)([0-9]{0,6})$/s.exec(name) ?? [];
    for (let number = digits === '' ? 2 : Number(digits) + 1; ; number++) {
        const next = stem + String(number).padStart(digits.length, '0');
        if (hostsIgnoringCase(hierarchy, next).length === 0) {
            return next;
        }
    }
}
