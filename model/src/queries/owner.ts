import type { Cluster, ModelElement, Server, Site } from '../hierarchy.js';

/** The site that a part of a plan belongs to, and the server or cluster, where it belongs to one. */
export interface Owner {
    readonly site: Site;
    readonly host: Server | Cluster | undefined;
}

/** Undefined for scenarios and what is in them; a proxy server does not know whose it is. */
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
