import { activeUpdatePointOf, ancestorsOf, type Cluster, nodesOf, portsOf, releaseFacts, type Server, type Site, usesSsl, whyUnsupported, type WsusServer } from '@sup/model';
import { quoteString } from '../../syntax/parser/value-converter.js';
import type { BlockName } from '../../syntax/tree/blocks.js';
import { domainOf, nameInDomain, suggestedAccounts, suggestedInternetFqdn, suggestedProxyAccounts } from '../../linter/edits/suggested-names.js';
import { portsText } from '../../linter/edits/role-edits.js';
import { clustersAround, type PlanPlace } from './plan-place.js';

/** Returns example values of a property that can have any value, after the pattern of the plan, as they are written. */
type Examples = (place: PlanPlace) => readonly string[];

/** The server operating systems of the time, the newest first. Source: "WSUS 3.0 Deployment Guide". */
const operatingSystems = [
    'Windows Server 2008 R2', 'Windows Server 2008 R2 SP1', 'Windows Server 2008 SP2', 'Windows Server 2008', 'Windows Server 2003 R2 SP2', 'Windows Server 2003 SP2', 'Windows Server 2003 R2', 'Windows Server 2003 SP1'
];

const examples: Partial<Record<BlockName, Readonly<Record<string, Examples>>>> = {
    site: {
        'group policy': policyUrls,
        'client installation': ({ site }) => site && activeUpdatePointOf(site) ? [activeUpdatePointOf(site)!.host.name] : []
    },
    server: {
        'fqdn': fqdns,
        'internet fqdn': place => namesIn(place, suggestedInternetFqdn),
        'os': ({ host }) => operatingSystems.filter(name => host?.element !== 'server' || !host.wsus || whyUnsupported(name, host.wsus.version) === undefined).map(quoteString),
        'forest': () => [quoteString('perimeter.example')]
    },
    wsus: {
        'ports': ({ point, host }) => [point ?? host?.updatePoints[0]].flatMap(role => role?.ports ? [portsText(role.ports)] : []),
        'virtual directories': () => [releaseFacts.sslVirtualDirectories.map(quoteString).join(', ')],
        'database': place => ofNodes(place, ({ database }) => database, ({ name }) => `${name}\\WSUS`),
        'content folder': place => ofNodes(place, ({ contentFolder }) => contentFolder, ({ name }) => isNode(place) ? `\\\\${name}\\WSUSContent` : 'D:\\WSUS'),
        'content share': place => ofNodes(place, ({ contentShare, contentFolder }) => contentShare ?? contentFolder, ({ name }) => `\\\\${name}\\WSUSContent`),
        'certificate names': ({ host }) => host ? [host.fqdn, host.internetFqdn].flatMap(name => name === undefined ? [] : [quoteString(name)]) : []
    },
    'software update point': {
        'ports': ({ point }) => point && portsOf(point) ? [portsText(portsOf(point)!)] : [],
        'account': ({ site }) => site ? suggestedAccounts(site).map(quoteString) : []
    },
    cluster: {
        'fqdn': fqdns,
        'internet fqdn': place => namesIn(place, suggestedInternetFqdn)
    },
    clients: {
        'count': () => ['100'],
        'policy': policyUrls
    },
    proxy: {
        'host': place => namesIn(place, site => nameInDomain(site, 'proxy')),
        'port': () => ['8080', '3128'],
        'account': ({ site }) => site ? suggestedProxyAccounts(site).map(quoteString) : []
    },
    scenario: {
        'seed': () => ['1']
    }
};

/** Examples of values that suit the plan around the cursor, as they are written; the most likely first. */
export function exampleValues(block: BlockName | undefined, key: string, place: PlanPlace): readonly string[] {
    return (block && examples[block]?.[key]?.(place)) ?? [];
}

function fqdns(place: PlanPlace): readonly string[] {
    const { host } = place;
    return host ? namesIn(place, site => nameInDomain(site, host.name.toLowerCase())).filter(name => name.includes('.')) : [];
}

/** A name in the domain of the site, or of the nearest site above that states one. */
function namesIn({ hierarchy, site }: PlanPlace, name: (site: Site) => string): readonly string[] {
    const withDomain = site && ([site, ...ancestorsOf(hierarchy, site)].find(domainOf) ?? site);
    return withDomain ? [quoteString(name(withDomain))] : [];
}

/** The value of the other nodes of the cluster; without a cluster, a value for this server. */
function ofNodes(place: PlanPlace, valueOf: (wsus: WsusServer) => string | undefined, own: (host: Server | Cluster) => string): readonly string[] {
    const { host } = place;
    const planned = othersInCluster(place).flatMap(({ wsus }) => (wsus && valueOf(wsus)) ?? []);
    return host ? [quoteString(planned[0] ?? own(host))] : [];
}

function isNode(place: PlanPlace): boolean {
    return clustersAround(place).length > 0;
}

function othersInCluster(place: PlanPlace): readonly Server[] {
    return clustersAround(place).flatMap(nodesOf).filter(node => node !== place.host);
}

/** The address that Configuration Manager would set for the active software update point of the site. */
function policyUrls({ site }: PlanPlace): readonly string[] {
    const point = site && activeUpdatePointOf(site);
    const ports = point && portsOf(point);
    if (!point || !ports) {
        return [];
    }
    const isSsl = usesSsl(point) === true;
    const port = isSsl ? ports.https : ports.http;
    return port === undefined ? [] : [quoteString(`${isSsl ? 'https' : 'http'}://${point.host.fqdn ?? point.host.name.toLowerCase()}:${port}`)];
}
