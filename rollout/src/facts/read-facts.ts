import { type Cluster, type ClientGroup, type Hierarchy, hostsOf, type Server, type Site, type SoftwareUpdatePoint, type Synchronization, toUpperCaseCode, type WsusServer } from '@sup/model';
import type { HostFacts, PlanFacts, Properties, SiteFacts } from './plan-facts.js';

/** Reads the facts of a hierarchy. Returns the reason if the plan states two versions of a fact, so that no order of changes can be derived from it. */
export function readFacts(hierarchy: Hierarchy): PlanFacts | string {
    const sites = new Map<string, SiteFacts>();
    for (const site of hierarchy.sites) {
        const reason = sites.has(toUpperCaseCode(site.code)) ? `there are two sites with the code ${site.code}` : ambiguityIn(site);
        if (reason !== undefined) {
            return reason;
        }
        sites.set(toUpperCaseCode(site.code), factsOf(site));
    }
    return { name: hierarchy.name, sites };
}

function ambiguityIn(site: Site): string | undefined {
    const hosts = hostsOf(site);
    const names = new Set(hosts.map(({ name }) => toUpperCaseCode(name)));
    return site.code === '' ? 'a site has no code'
        : names.size < hosts.length ? `two servers or clusters of ${site.code} have one name`
            : hosts.some(({ updatePoints }) => updatePoints.length > 1) ? `a server or cluster of ${site.code} has two software update points`
                : site.synchronizations.length > 1 ? `${site.code} has two \`synchronization\` blocks`
                    : new Set(site.clientGroups.map(({ label }) => label)).size < site.clientGroups.length ? `two client groups of ${site.code} have one name`
                        : undefined;
}

function factsOf(site: Site): SiteFacts {
    const [synchronization] = site.synchronizations;
    return {
        own: propertiesOf<Site>(site),
        hosts: new Map(hostsOf(site).map(host => [toUpperCaseCode(host.name), hostFactsOf(host)])),
        synchronization: synchronization && propertiesOf<Synchronization>(synchronization),
        groups: new Map(site.clientGroups.map(group => [group.label ?? '', propertiesOf<ClientGroup>(group)]))
    };
}

function hostFactsOf(host: Server | Cluster): HostFacts {
    const [role] = host.updatePoints;
    const wsus = host.element === 'server' ? host.wsus : undefined;
    return { element: host.element, own: host.element === 'server' ? propertiesOf<Server>(host) : propertiesOf<Cluster>(host), wsus: wsus && propertiesOf<WsusServer>(wsus), role: role && propertiesOf<SoftwareUpdatePoint>(role) };
}

/** The links between elements, which are not properties. */
const links: ReadonlySet<string> = new Set(['element', 'site', 'server', 'servers', 'clusters', 'synchronizations', 'clientGroups', 'host', 'wsus', 'updatePoints']);

function propertiesOf<E extends object>(element: E): Properties<E> {
    return Object.fromEntries(Object.entries(element).filter(([key]) => !links.has(key))) as Properties<E>;
}
