import { groupBy } from './group-by.js';
import type { DependencyTracker } from './incremental/dependency-tracker.js';
import { toUpperCaseCode } from './upper-case.js';
import type { Expectation, Scenario, ScenarioEvent } from './scenario.js';
import type { ClientCounts, ImportPlan, Link, OtherRole, Ports, Release, Schedule, SiteKind, SiteMode, SynchronizationSource, WsusVersion } from './values.js';

/**
 * One hierarchy: every site that the files of one workspace folder, or of one folder with a `sup.config.json`, declare under one
 * `hierarchy` name, in a stable order.
 * Plain data. The queries compute what the product derives from it, such as a secondary site's mode or an upstream server.
 */
export interface Hierarchy {
    /** The name after `hierarchy`; undefined for a file that is a hierarchy of its own. */
    readonly name: string | undefined;
    readonly sites: readonly Site[];
    /** Sites by code. A rule reports several sites with one code. */
    readonly sitesByCode: ReadonlyMap<string, readonly Site[]>;
    /** The sites that name the code in `reports to`. */
    readonly childrenByCode: ReadonlyMap<string, readonly Site[]>;
    readonly serversByName: ReadonlyMap<string, readonly (Server | Cluster)[]>;
    /** Sites by their codes in upper case. */
    readonly sitesByUpperCaseCode: ReadonlyMap<string, readonly Site[]>;
    /** Servers and clusters by their names in upper case. */
    readonly hostsByUpperCaseName: ReadonlyMap<string, readonly (Server | Cluster)[]>;
    /** The sites that name no parent and need none. */
    readonly tops: readonly Site[];
    /** Only in an incremental hierarchy: the facts that computations have read. */
    readonly dependencies?: DependencyTracker;
    /** Only in an incremental hierarchy: a new object after each change. */
    readonly revision?: object;
}

/** Any element of a plan that a finding or a trace entry can refer to. */
export type ModelElement =
    | Site | Server | Cluster | WsusServer | SoftwareUpdatePoint | Synchronization | ClientGroup | ProxyServer
    | Scenario | ScenarioEvent | Expectation;

/** An element with properties. */
interface WithProperties {
    /** The fields that the plan states as `unknown`, which are undefined; see {@link isUnknown}. Absent if there are none. */
    readonly unknown?: ReadonlySet<string> | undefined;
}

/** The fields of any of the kinds of element in a union. */
type FieldOf<E> = E extends unknown ? keyof E & string : never;

/** Whether the plan states that a value is `unknown`. It does not determine the value then, and neither omits it nor leaves it to the product. */
export function isUnknown<E extends WithProperties>(element: E | undefined, field: FieldOf<E>): boolean {
    return element?.unknown?.has(field) === true;
}

export interface Site extends WithProperties {
    readonly element: 'site';
    /** Undefined if the text has none of `central`, `primary` and `secondary`. */
    readonly kind: SiteKind | undefined;
    /** The site code as written; empty if it is missing. */
    readonly code: string;
    readonly title: string | undefined;
    /** The codes after `reports to`. A valid site has at most one. */
    readonly parentCodes: readonly string[];
    readonly release: Release | undefined;
    /** The mode as written. The mode of a secondary site is {@link modeOf}. */
    readonly mode: SiteMode | undefined;
    readonly clients: ClientCounts | undefined;
    /** The connection to the parent site. */
    readonly link: Link | undefined;
    /** The update service address that a domain Group Policy sets for this site's clients. */
    readonly groupPolicy: string | undefined;
    /** The server that software update point client installation names. */
    readonly clientInstallation: string | undefined;
    /** The servers and clusters that the computers of this site cannot reach, or {@link microsoftUpdate}. */
    readonly cannotReach: readonly string[] | undefined;
    readonly servers: readonly Server[];
    readonly clusters: readonly Cluster[];
    readonly synchronizations: readonly Synchronization[];
    readonly clientGroups: readonly ClientGroup[];
}

/** A site system: a computer that holds roles for its site. */
export interface Server extends WithProperties {
    readonly element: 'server';
    readonly site: Site;
    readonly name: string;
    readonly isSiteServer: boolean;
    readonly fqdn: string | undefined;
    readonly internetFqdn: string | undefined;
    readonly os: string | undefined;
    /** The Active Directory forest of the server, if it is not that of the site server. */
    readonly forest: string | undefined;
    /** Whether the forest of the site server trusts that of the server. */
    readonly trusted: boolean | undefined;
    /** The roles on this computer besides those that the plan describes. */
    readonly otherRoles: readonly OtherRole[] | undefined;
    /** The servers and clusters that this server cannot reach, or {@link microsoftUpdate}. */
    readonly cannotReach: readonly string[] | undefined;
    /** The WSUS administration console installed here. */
    readonly wsusConsole: WsusVersion | undefined;
    readonly wsus: WsusServer | undefined;
    readonly updatePoints: readonly SoftwareUpdatePoint[];
}

/** A network load balancing cluster of servers. */
export interface Cluster extends WithProperties {
    readonly element: 'cluster';
    readonly site: Site;
    readonly name: string;
    readonly nodes: readonly string[];
    readonly fqdn: string | undefined;
    readonly internetFqdn: string | undefined;
    readonly updatePoints: readonly SoftwareUpdatePoint[];
}

/** The WSUS installation on a server, with its settings in IIS and WSUS. */
export interface WsusServer extends WithProperties {
    readonly element: 'wsus';
    readonly server: Server;
    /** Undefined if the text has no version or one that does not exist. */
    readonly version: WsusVersion | undefined;
    readonly ports: Ports | undefined;
    /** Whether its virtual directories require SSL; `website` if the whole web site does. */
    readonly ssl: 'required' | 'website' | 'off' | undefined;
    readonly virtualDirectories: readonly string[] | undefined;
    readonly replica: boolean | undefined;
    /** The WSUS server that this one is set to synchronize from, if the plan states one. */
    readonly upstream: string | undefined;
    readonly database: string | undefined;
    readonly contentFolder: string | undefined;
    /** The share of the content folder that the nodes of a cluster use. */
    readonly contentShare: string | undefined;
    /** Whether WSUS uses the default web site of IIS, or one of its own. */
    readonly webSite: 'default' | 'custom' | undefined;
    /** The names in the certificate of the web site. */
    readonly certificateNames: readonly string[] | undefined;
    /** Whether its virtual directories ignore, accept or require client certificates. */
    readonly clientCertificates: 'ignore' | 'accept' | 'require' | undefined;
    /** Whether it downloads express installation files. */
    readonly expressFiles: boolean | undefined;
    /** The products that it synchronized before it became part of a software update point. */
    readonly previousProducts: readonly string[] | undefined;
    /** The update classifications that it synchronized before it became part of a software update point. */
    readonly previousClassifications: readonly string[] | undefined;
    /** Whether it also serves clients that Configuration Manager does not manage. */
    readonly otherClients: boolean | undefined;
}

/** The software update point role on a server or a cluster. */
export interface SoftwareUpdatePoint extends WithProperties {
    readonly element: 'updatePoint';
    readonly host: Server | Cluster;
    /** Inactive until it is chosen as the site's active or Internet-based one. */
    readonly state: 'active' | 'internet' | 'inactive';
    /** The ports that the role is set to use; undefined means those of its WSUS server. */
    readonly ports: Ports | undefined;
    readonly ssl: boolean | undefined;
    readonly accepts: readonly ('intranet' | 'internet')[] | undefined;
    /** The Software Update Point Connection account. */
    readonly account: string | undefined;
    readonly proxy: ProxyServer | undefined;
    /** For an Internet-based one: `none` if it does not synchronize from the active one, but by export and import. */
    readonly source: 'active' | 'none' | undefined;
    /** The planned imports of an Internet-based one without a source. */
    readonly importPlan: ImportPlan | undefined;
}

export interface ProxyServer extends WithProperties {
    readonly element: 'proxy';
    readonly host: string | undefined;
    readonly port: number | undefined;
    /** Whether it requires authentication. */
    readonly authentication: boolean | undefined;
    readonly account: string | undefined;
}

/** The settings of the Software Update Point Component of a site. */
export interface Synchronization extends WithProperties {
    readonly element: 'synchronization';
    readonly site: Site;
    readonly source: SynchronizationSource | undefined;
    readonly schedule: Schedule | undefined;
    readonly products: readonly string[] | undefined;
    readonly classifications: readonly string[] | undefined;
    /** Update file languages: set per site. */
    readonly languages: readonly string[] | undefined;
    /** Summary details languages: set at the top of the hierarchy only. */
    readonly summaryLanguages: readonly string[] | undefined;
    readonly reportingEvents: 'none' | 'status' | 'all' | undefined;
    /** The planned imports, if the source is `none`. */
    readonly importPlan: ImportPlan | undefined;
}

/** A named group of clients with a Group Policy of its own. */
export interface ClientGroup extends WithProperties {
    readonly element: 'clientGroup';
    readonly site: Site;
    readonly label: string | undefined;
    readonly count: number | undefined;
    readonly on: 'intranet' | 'internet' | undefined;
    readonly policy: string | undefined;
    /** The servers and clusters that these clients cannot reach, or {@link microsoftUpdate}. */
    readonly cannotReach: readonly string[] | undefined;
}

/** Assembles the sites of several files. The order of the files does not matter. */
export function assembleHierarchy(name: string | undefined, sites: readonly Site[]): Hierarchy {
    const sorted = [...sites].sort((a, b) => compareTexts(a.code, b.code));
    const hosts = sorted.flatMap(hostsOf);
    return {
        name,
        sites: sorted,
        sitesByCode: groupBy(sorted, site => [site.code]),
        childrenByCode: groupBy(sorted, site => site.parentCodes),
        serversByName: groupBy(hosts, host => [host.name]),
        sitesByUpperCaseCode: groupBy(sorted, site => [toUpperCaseCode(site.code)]),
        hostsByUpperCaseName: groupBy(hosts, host => [toUpperCaseCode(host.name)]),
        tops: sorted.filter(isTop)
    };
}

/** The servers and clusters of a site, in the order of the text but for clusters, which come last. */
export function hostsOf(site: Site): readonly (Server | Cluster)[] {
    return site.clusters.length === 0 ? site.servers : [...site.servers, ...site.clusters];
}

/** Whether a site has no parent and needs none: a secondary site always has one. */
export function isTop(site: Site): boolean {
    return site.parentCodes.length === 0 && site.kind !== 'secondary';
}

/** Compares by code unit, so that the order is the same in every locale. */
export function compareTexts(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
