import {
    activeUpdatePointOf, activeUpdatePointsOf, arePortsDifferent, childrenOf, clientsOf, type Hierarchy, internetUpdatePointsOf,
    intranetCandidates, isOlder, isPrimarySite, isSms2003, isSynchronizationRoot, isTooOldFor, microsoftUpdate, modeOf, newestWsus, parentOf, type Ports,
    requirementsOf, rolesOn, serversOf, type Site, type SiteMode, type SoftwareUpdatePoint, subtreeOf, updatePointsOf, upstreamPointOf, usedUpdatePointOn, usesSsl,
    wsusVersionOf
} from '@sup/model';
import * as values from '../../syntax/catalogue/product-values.js';
import { itemOf } from '../../syntax/catalogue/value-types.js';
import type { BlockName } from '../../syntax/tree/blocks.js';
import { suitsModeOfParent, suitsReleaseOfParent } from './fitting-parents.js';
import { contradictsPolicy, suitsPolicies } from './fitting-policies.js';
import type { PlanPlace } from './plan-place.js';

/** Whether a value suits the rest of the plan: no rule would report it at once as an error. */
type Fit = (value: string, place: PlanPlace) => boolean;

/** The properties some of whose values do not suit every plan. */
const fits: Partial<Record<BlockName, Readonly<Record<string, Fit>>>> = {
    site: {
        'release': fitsRelease,
        'mode': (mode, place) => fitsMode(mode as SiteMode, place),
        'cannot reach': isNotNeeded,
        'clients': (counts, place) => !counts.includes('internet') || canHaveInternetClients(place)
    },
    server: {
        // The console must be of the version of the WSUS that it configures.
        'wsus console': (version, { site }) => {
            const point = site && activeUpdatePointOf(site);
            const used = point && wsusVersionOf(point);
            return used === undefined || version === used;
        },
        // The site server needs an account to connect to a server in a forest without trust.
        'trusted': (trusted, { host }) => trusted === 'yes' || !host || pointsUsing(host).every(({ account }) => account !== undefined),
        'cannot reach': isNotNeeded
    },
    clients: {
        'on': (on, place) => !contradictsPolicy(on as 'intranet' | 'internet', place) || contradictsPolicy(on === 'internet' ? 'intranet' : 'internet', place),
        'cannot reach': isNotNeeded
    },
    wsus: {
        'ports': (ports, place) => place.host === undefined || pointsUsing(place.host).every(point => (!point.ports || agrees(ports, point.ports)) && suitsPolicies(point, { ports: portsOfText(ports) })),
        'ssl': fitsSslOfWsus,
        // Only all of those that need SSL together are right; `example-values.ts` has the list.
        'virtual directories': () => false,
        // Clients present no certificate to WSUS.
        'client certificates': (setting, { host }) => setting === 'ignore' || host === undefined || pointsUsing(host).length === 0,
        'replica': (replica, { site }) => site === undefined || (replica === 'yes') === (site.kind === 'secondary'),
        'upstream': (name, place) => upstreamOfWsus(place)?.host.name === name
    },
    'software update point': {
        'ports': (ports, { point }) => point === undefined || (serversOf(point).every(({ wsus }) => !wsus?.ports || agrees(ports, wsus.ports)) && suitsPolicies(point, { ports: portsOfText(ports) })),
        'ssl': fitsSslOfRole,
        'accepts': (clients, place) => !clients.includes('internet')
            || (canHaveInternetClients(place) && place.point?.state === 'active' && internetUpdatePointsOf(place.point.host.site).length === 0)
    },
    cluster: {
        'nodes': fitsNode
    },
    synchronization: {
        'source': fitsSource,
        'products': fitsProduct
    }
};

/** Whether a value of a property suits the plan around the cursor. */
export function fitsValue(block: BlockName | undefined, key: string, value: string, place: PlanPlace): boolean {
    const fit = block && fits[block]?.[key];
    return fit === undefined || fit(value, place);
}

function fitsRelease(text: string, { hierarchy, site }: PlanPlace): boolean {
    const release = values.release.read([itemOf(text, false)]);
    if (!site || !release) {
        return true;
    }
    const planned: Site = { ...site, release };
    const parent = parentOf(hierarchy, site);
    return (!parent || suitsReleaseOfParent(planned, parent)) && childrenOf(hierarchy, site).every(child => suitsReleaseOfParent(child, planned))
        && updatePointsOf(site).every(point => !isSms2003(planned) && serversOf(point).every(({ wsus }) => !wsus?.version || !isTooOldFor(planned, wsus.version)));
}

function fitsMode(mode: SiteMode, { hierarchy, site }: PlanPlace): boolean {
    if (!site) {
        return true;
    }
    const planned: Site = { ...site, mode };
    const parent = parentOf(hierarchy, site);
    if ((parent && !suitsModeOfParent(planned, parent)) || !childrenOf(hierarchy, site).every(child => suitsModeOfParent(child, planned))) {
        return false;
    }
    if (site.kind === 'secondary') {
        return true;
    }
    const points = updatePointsOf(site).filter(({ state }) => state !== 'inactive');
    if (mode === 'native') {
        return [...points, ...pointsOfSecondaries(site)].every(point => usesSsl(point) === true);
    }
    return points.every(({ state, accepts }) => state !== 'internet' && !accepts?.includes('internet')) && clientsOf(site).internet === 0;

    function pointsOfSecondaries(primary: Site): readonly SoftwareUpdatePoint[] {
        return childrenOf(hierarchy, primary).filter(({ kind }) => kind === 'secondary').flatMap(activeUpdatePointsOf);
    }
}

/** Whether a site may have clients on the Internet: a primary site in native mode. */
function canHaveInternetClients({ hierarchy, site }: PlanPlace): boolean {
    return site !== undefined && isPrimarySite(site) && modeOf(hierarchy, site) === 'native';
}

/** WSUS uses SSL for metadata only, so its whole web site must not require it. In native mode, roles in use need SSL. */
function fitsSslOfWsus(ssl: string, { hierarchy, site, host }: PlanPlace): boolean {
    const points = host ? pointsUsing(host) : [];
    const isRequired = ssl === 'required';
    const isNeeded = site !== undefined && modeOf(hierarchy, site) === 'native' && points.some(({ state }) => state !== 'inactive');
    return ssl !== 'whole website' && (isRequired || !isNeeded)
        && points.every(point => (point.ssl === undefined || point.ssl === isRequired) && suitsPolicies(point, { ssl: isRequired }));
}

/** The role and its WSUS servers both use SSL, or neither does; in native mode they do. */
function fitsSslOfRole(ssl: string, { hierarchy, site, point }: PlanPlace): boolean {
    const isUsed = ssl === 'yes';
    const isNeeded = site !== undefined && modeOf(hierarchy, site) === 'native';
    return (isUsed || !isNeeded)
        && (point === undefined || (serversOf(point).every(({ wsus }) => wsus?.ssl === undefined || (wsus.ssl !== 'off') === isUsed) && suitsPolicies(point, { ssl: isUsed })));
}

/** The top synchronizes from Microsoft Update, any other site from its parent; `none` means export and import, which is right anywhere but at the top. */
function fitsSource(source: string, { hierarchy, site }: PlanPlace): boolean {
    if (!site) {
        return true;
    }
    const isTop = isAtTop(hierarchy, site);
    switch (source) {
        case microsoftUpdate: return isTop;
        case 'parent site': return !isTop;
        case 'none': return site.kind !== 'secondary';
        // The server whose role the site synchronizes from is the source `parent site`; no other server is right.
        default: return false;
    }
}

/** Whether a server can be a node of the cluster at the cursor: its WSUS is configured like the role, and it has no role in use of its own. */
function fitsNode(name: string, { site, host }: PlanPlace): boolean {
    const node = site?.servers.find(each => each.name === name);
    const roles = host?.element === 'cluster' ? host.updatePoints : [];
    return !node || (node.updatePoints.every(({ state }) => state === 'inactive')
        && roles.every(({ state, ports, ssl }) => !(state === 'internet' && node.isSiteServer)
            && (!ports || !node.wsus?.ports || !arePortsDifferent(ports, node.wsus.ports))
            && (ssl === undefined || node.wsus?.ssl === undefined || (node.wsus.ssl !== 'off') === ssl)));
}

/** Every WSUS server that would synchronize a product must be new enough for it. */
function fitsProduct(product: string, { hierarchy, site }: PlanPlace): boolean {
    const needed = newestWsus(requirementsOf(product).map(({ wsus }) => wsus));
    const points = needed && site ? subtreeOf(hierarchy, site).flatMap(activeUpdatePointsOf) : [];
    return points.every(point => serversOf(point).every(({ wsus }) => !wsus?.version || !isOlder(wsus.version, needed!)));
}

/** Whether a site synchronizes from Microsoft Update, or would if it had the role. */
function isAtTop(hierarchy: Hierarchy, site: Site): boolean {
    return isSynchronizationRoot(hierarchy, site) || parentOf(hierarchy, site) === undefined;
}

/** The software update point that the WSUS server at the cursor synchronizes from. */
export function upstreamOfWsus({ hierarchy, host }: PlanPlace): SoftwareUpdatePoint | undefined {
    const point = host && usedUpdatePointOn(host);
    return point && upstreamPointOf(hierarchy, point);
}

/** The software update points that use WSUS on a server, or on the nodes of a cluster. */
export function pointsUsing(host: NonNullable<PlanPlace['host']>): readonly SoftwareUpdatePoint[] {
    return host.element === 'server' ? rolesOn(host) : host.updatePoints;
}

function agrees(text: string, ports: Ports): boolean {
    return !arePortsDifferent(portsOfText(text), ports);
}

function portsOfText(text: string): Ports {
    const [http, https] = text.split(/[ ,]+/).map(Number);
    return { http: http!, https };
}

/** Whether neither synchronization nor scans need a connection to this end: it is not a source of the one, nor a server of the others. */
function isNotNeeded(end: string, { hierarchy, site, host }: PlanPlace): boolean {
    if (!site) {
        return true;
    }
    const points = host ? pointsUsing(host) : updatePointsOf(site);
    const needed = points.flatMap(point => upstreamPointOf(hierarchy, point) ?? (point.state === 'active' ? [] : activeUpdatePointsOf(site)));
    const scansAt = host ? [] : [...intranetCandidates(hierarchy, site), ...internetUpdatePointsOf(site)];
    const isTop = points.some(({ state }) => state === 'active') && isAtTop(hierarchy, site);
    return end === microsoftUpdate ? !isTop : ![...needed, ...scansAt].some(point => point.host.name === end || serversOf(point).some(({ name }) => name === end));
}
