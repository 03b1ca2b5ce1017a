import { type Cluster, groupBy, hostsOf, type Server, type Site, toUpperCaseCode } from '@sup/model';

export type Host = Server | Cluster;

/** A host in two versions; undefined where a version does not have it. */
export interface HostPair {
    readonly from: Host | undefined;
    readonly to: Host | undefined;
}

/**
 * Pairs the servers and clusters of two versions: those of the later version, then those that it does not have. They are identified by their names,
 * so a host that moves to another site is paired with itself.
 */
export function pairHosts(before: readonly Site[], after: readonly Site[]): readonly HostPair[] {
    const [previous, current] = [hostsByLocation(before), hostsByLocation(after)];
    const [previousOf, currentOf] = [counterparts(previous, current), counterparts(current, previous)];
    return [
        ...[...current.values()].map((to): HostPair => ({ from: previousOf(to), to })),
        ...[...previous.values()].filter(host => !currentOf(host)).map((from): HostPair => ({ from, to: undefined }))
    ];
}

/** The hosts by site and name. Of several with the same name at one site, which a rule reports, only the first is compared. */
function hostsByLocation(sites: readonly Site[]): ReadonlyMap<string, Host> {
    const byLocation = new Map<string, Host>();
    sites.flatMap(hostsOf).forEach(host => byLocation.set(locationKeyOf(host), byLocation.get(locationKeyOf(host)) ?? host));
    return byLocation;
}

const locationKeyOf = ({ name: hostName, site }: Host): string => toUpperCaseCode(JSON.stringify([site.code, hostName]));

/**
 * Finds the counterpart of a host in the other version: the host with the same name at the same site; otherwise the first host with the same
 * name that has no counterpart at its own site, so it has moved.
 */
function counterparts(others: ReadonlyMap<string, Host>, hosts: ReadonlyMap<string, Host>): (host: Host) => Host | undefined {
    const free = groupBy([...others.values()].filter(host => !hosts.has(locationKeyOf(host))), host => [toUpperCaseCode(host.name)]);
    return host => others.get(locationKeyOf(host)) ?? free.get(toUpperCaseCode(host.name))?.[0];
}
