import type { Cluster, ModelElement, Server, Site } from '../hierarchy.js';

/** The site that an element belongs to, and its server or cluster, if any. */
export interface Owner {
    readonly site: Site;
    readonly host: Server | Cluster | undefined;
}

/** Undefined for scenarios and their parts, and for proxy servers, which have no reference to their owner. */
export function ownerOf(element: ModelElement): Owner | undefined {
    switch (element.element) {
        case 'site': return { site: element, host: undefined };
        case 'server':
        case 'cluster': return { site: element.site, host: element };
        case 'wsus': return { site: element.server.site, host: element.server };
        case 'updatePoint': return { site: element.host.site, host: element.host };
        case 'synchronization':
        case 'clientGroup': return { site: element.site, host: undefined };
        default: return undefined;
    }
}
