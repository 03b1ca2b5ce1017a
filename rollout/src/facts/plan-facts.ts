import type { Cluster, ClientGroup, Hierarchy, Server, Site, SoftwareUpdatePoint, Synchronization, WsusServer } from '@sup/model';

// A hierarchy as facts that can be exchanged one by one: between two versions of a plan, some of the later version's facts already hold.

/** The stated properties of an element, without its links to other elements. The property `unknown` holds the names of those that are `unknown`. */
export type Properties<E> = Omit<E, 'element' | 'site' | 'server' | 'servers' | 'clusters' | 'synchronizations' | 'clientGroups' | 'host' | 'wsus' | 'updatePoints'>;

/** A server or cluster, with its WSUS and its software update point. */
export interface HostFacts {
    readonly element: 'server' | 'cluster';
    readonly own: Properties<Server> | Properties<Cluster>;
    readonly wsus: Properties<WsusServer> | undefined;
    readonly role: RoleFacts | undefined;
}

/** `proxy` is an element of its own, but changes as a whole. `host` and `element` are set when the facts are assembled. */
export type RoleFacts = Properties<SoftwareUpdatePoint>;

export interface SiteFacts {
    readonly own: Properties<Site>;
    /** By name in upper case, in the order of the plan. */
    readonly hosts: ReadonlyMap<string, HostFacts>;
    readonly synchronization: Properties<Synchronization> | undefined;
    /** By name. */
    readonly groups: ReadonlyMap<string, Properties<ClientGroup>>;
}

/** The facts of a hierarchy, by site code in upper case. */
export interface PlanFacts {
    readonly name: Hierarchy['name'];
    readonly sites: ReadonlyMap<string, SiteFacts>;
}
