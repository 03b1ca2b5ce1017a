import { type Cluster, isPrimarySite, isUnknown, nodesOf, type Server, type Site, type SoftwareUpdatePoint, unknownValuesOf, wsusVersions } from '@sup/model';
import type { Ids } from './ids.js';
import type { SceneServer, ServerMark } from './scene.js';
import { nameless, shownName } from './shown.js';

/** The order in which a site's servers are listed: those that clients use first. */
const order: readonly ServerMark[] = ['active', 'internet', 'cluster', 'node', 'uncertain', 'inactive', 'site-server'];

/** The servers and clusters of a site, those that clients use first. */
export function serversIn(site: Site, ids: Ids, problemsOf: (host: Server | Cluster) => number): readonly SceneServer[] {
    const nodes = new Set(site.clusters.flatMap(nodesOf));
    const uncertain = new Set(unknownValuesOf(site).map(({ host }) => host));
    const shown = [...site.clusters, ...site.servers].map(host => ({
        id: ids.of(host),
        name: host.name === '' ? nameless : shownName(host.name),
        marks: marksOf(host, nodes),
        wsus: wsusText(host),
        note: host.updatePoints.map(noteOf).find(note => note !== undefined),
        problems: problemsOf(host),
        isUncertain: uncertain.has(host)
    }));
    return shown.sort((a, b) => rank(a) - rank(b));
}

function rank({ marks: [first] }: Pick<SceneServer, 'marks'>): number {
    return first === undefined ? order.length : order.indexOf(first);
}

function marksOf(host: Server | Cluster, nodes: ReadonlySet<Server>): readonly ServerMark[] {
    const marks = new Set<ServerMark>(host.updatePoints.map(point => isUnknown(point, 'state') ? 'uncertain' : point.state));
    if (host.element === 'cluster') {
        marks.add('cluster');
    } else {
        // A node has the role for its cluster, so it does not matter that the role is not active on the node itself.
        if (nodes.has(host)) {
            marks.delete('inactive');
            marks.add('node');
        }
        if (host.isSiteServer) {
            marks.add('site-server');
        }
    }
    return order.filter(mark => marks.has(mark));
}

function wsusText(host: Server | Cluster): string | undefined {
    const installed = host.element === 'server' ? host.wsus && [host.wsus] : nodesOf(host).flatMap(({ wsus }) => wsus ?? []);
    if (!installed || installed.length === 0) {
        return undefined;
    }
    const versions = wsusVersions.filter(version => installed.some(wsus => wsus.version === version));
    const isVersionUnknown = installed.some(wsus => isUnknown(wsus, 'version'));
    return ['WSUS', [...versions, ...isVersionUnknown ? ['?'] : []].join(' and ')].filter(Boolean).join(' ');
}

/** Only an Internet-based software update point has its own source of updates. */
function noteOf(point: SoftwareUpdatePoint): string | undefined {
    const { state, source, host } = point;
    if (state !== 'internet') {
        return undefined;
    }
    return !isPrimarySite(host.site) ? 'not used by any clients' : isUnknown(point, 'source') ? 'source unknown' : source === 'none' ? 'updated by export and import' : 'synchronizes from the active one';
}
