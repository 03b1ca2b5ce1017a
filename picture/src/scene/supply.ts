import { activeUpdatePointOf, type Hierarchy, hostNamed, type Site, sourceOf, upstreamOf, usedOnIntranet, wsusOf } from '@sup/model';
import type { Supply } from './scene.js';
import { nameless, shownName } from './shown.js';

/** Determines where a site gets its updates from. */
export function supplyOf(hierarchy: Hierarchy, site: Site): Supply {
    const active = activeUpdatePointOf(site);
    if (!active) {
        const used = usedOnIntranet(hierarchy, site);
        return used ? { kind: 'scans-at-parent', server: hostName(used.host.name) } : { kind: 'nothing' };
    }
    const source = sourceOf(hierarchy, site);
    const upstream = upstreamOf(hierarchy, site);
    switch (source?.kind) {
        case undefined: return { kind: 'unknown' };
        case 'microsoft-update': return { kind: 'microsoft-update' };
        case 'none': return { kind: 'by-hand' };
        case 'server': return source.server === upstream?.host.name ? fromParent(source.server) : { kind: 'server', server: hostName(source.server) };
        case 'parent-site': return upstream ? fromParent(upstream.host.name) : { kind: 'cut-off' };
    }

    function fromParent(server: string): Supply {
        return { kind: wsusOf(active!)?.replica ? 'replica' : 'parent', server: hostName(server) };
    }
}

/** The other site whose server is the synchronization source of a site. */
export function namedSourceOf(hierarchy: Hierarchy, site: Site): Site | undefined {
    const source = site.synchronizations[0]?.source;
    const host = source?.kind === 'server' ? hostNamed(hierarchy, source.server) : undefined;
    return host && host.site !== site ? host.site : undefined;
}

/** Describes a supply, to end the description of a site with. */
export function supplyText(supply: Supply): string {
    switch (supply.kind) {
        case 'microsoft-update': return 'synchronizes from Microsoft Update';
        case 'parent':
        case 'server': return `synchronizes from ${supply.server}`;
        case 'replica': return `replica of ${supply.server}`;
        case 'by-hand': return 'updated by export and import';
        case 'scans-at-parent': return `clients scan at ${supply.server}`;
        case 'cut-off': return 'no upstream server';
        case 'nothing': return 'no software update point';
        case 'unknown': return 'synchronization source unknown';
    }
}

const hostName = (name: string): string => name === '' ? nameless : shownName(name);
