import { memoize } from '@sup/model';
import { labelsOf } from '../text/server-name.js';
import { plainText } from '../text/plain-text.js';
import type { Properties, RoleRecord } from '../inventory.js';
import { componentNames, type Facts, isSecondarySite, type ServerFacts, type SiteFacts } from './facts.js';
import { fqdnIn } from './server-names.js';
import { flagOf, textOf } from './text-values.js';

/** The state of a role, as a plan states it. Inactive has no word. */
export type PlannedState = 'active' | 'internet' | 'inactive' | 'unknown';

export interface ClusterFacts {
    readonly name: string;
    readonly fqdn: string | undefined;
    readonly internetFqdn: string | undefined;
    readonly nodes: readonly ServerFacts[];
}

/** The roles of a site, and which of them are in use. */
export interface RoleStates {
    readonly settings: Properties | undefined;
    /** The cluster that holds the active role. */
    readonly cluster: ClusterFacts | undefined;
    /** The name of an active software update point that is not a server of the site. */
    readonly lost: string | undefined;
    stateOf(server: ServerFacts): { readonly state: PlannedState; readonly note?: string | undefined };
}

/**
 * Finds the active software update point. No property of a role states it: the component names its server, and other roles that accept Internet clients
 * are Internet-based.
 */
export const roleStatesOf = memoize((site: SiteFacts): RoleStates => {
    const { facts } = site;
    const settings = site.components.get(componentNames.configuration);
    const hosts = site.servers.filter(({ updatePoints }) => updatePoints.length > 0);
    const active = textOf(settings, 'DefaultWSUS');
    const activeServer = facts.names.resolve(active ?? '');
    const isOnServer = hosts.some(({ name }) => name === activeServer);
    const cluster = activeServer === undefined || isOnServer ? undefined : clusterOf(active!, hosts, facts);
    const internet = [...settings ?? []].filter(([name]) => /^INF.*WSUS$/.test(name)).map(([, property]) => facts.names.resolve(property.value2)).find(name => name !== undefined);
    return {
        settings, cluster,
        lost: activeServer === undefined || isOnServer || cluster ? undefined : plainText(active!),
        stateOf: server => {
            const role = server.updatePoints[0]!;
            const acceptsInternet = internet === undefined ? flagOf(role.properties, 'IsINF') : server.name === internet;
            return role.state !== undefined ? { state: role.state }
                : server.name === activeServer ? { state: 'active' }
                : acceptsInternet ? { state: 'internet' }
                : active !== undefined ? { state: 'inactive' }
                : isSecondarySite(site) && hosts.length === 1 ? { state: 'active', note: 'the only role of a secondary site' }
                : { state: 'unknown', note: stateNote(hosts) };
        }
    };
});

/** Whether the active software update point of a site has this name. */
export function isActiveAt(site: SiteFacts, name: string): boolean {
    const { cluster, stateOf } = roleStatesOf(site);
    return cluster?.name === name || site.servers.some(server => server.name === name && server.updatePoints.length > 0 && stateOf(server).state === 'active');
}

/** A table may state the state of one role, and leave out that of another. */
function stateNote(hosts: readonly ServerFacts[]): string | undefined {
    const hasSettings = hosts.every(({ updatePoints }) => updatePoints[0]!.properties !== undefined && !updatePoints[0]!.isHandwritten);
    return hasSettings && hosts.length > 1 ? 'no source says which role is active' : undefined;
}

/** The roles behind a name that is not a server: those that name it as their cluster, or those that share a database. */
function clusterOf(name: string, hosts: readonly ServerFacts[], facts: Facts): ClusterFacts | undefined {
    const { label } = labelsOf(plainText(name));
    const named = hosts.filter(host => host.updatePoints.some(role => addressesOf(role).some(address => labelsOf(plainText(address)).label === label)));
    const nodes = named.length > 0 ? named : hosts.filter((host, _, all) => all.some(other => other !== host && sharesDatabase(host, other, facts)));
    const publicName = nodes.flatMap(({ updatePoints }) => updatePoints).map(({ properties }) => textOf(properties, 'PublicVIP')).find(Boolean);
    return nodes.length > 0 ? { name: facts.names.resolve(name) ?? label, fqdn: fqdnIn(name), internetFqdn: publicName && fqdnIn(publicName), nodes } : undefined;
}

const addressesOf = ({ properties }: RoleRecord): readonly string[] => [textOf(properties, 'NLBVIP') ?? ''].filter(text => text !== '');

/** `(local)` and `.` mean the server itself, and the internal database cannot be shared. */
function sharesDatabase(a: ServerFacts, b: ServerFacts, facts: Facts): boolean {
    const database = (server: ServerFacts): string => plainText(facts.wsusOf(server.name)?.database ?? '').toUpperCase();
    return database(a) !== '' && database(a) === database(b) && !/^\(local\)|^\.|^LOCALHOST|MICROSOFT##/i.test(database(a));
}
