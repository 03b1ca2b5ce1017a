import { type Claim, counted, durationText, number } from '@sup/model';
import { trafficOf } from '../world/link.js';
import { groupsIn, sitesIn, synchronizingSitesIn } from '../world/sets.js';
import type { ClientGroupState, PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { scanResultText } from '../trace/scan-results.js';
import { missingUpdateText } from './missing-update.js';
import { fullLinkText } from './full-link.js';
import { lastFailureFor } from './last-failure.js';

export type StateClaim = Exclude<Claim, { kind: 'synchronized' | 'status' | 'no-errors' | 'compliance' }>;

/** A site, client group or server that a claim is about, and whether the claim holds for it now. */
export interface Subject {
    readonly name: string;
    /** The sites whose trace entries can change the answer; undefined for all sites. */
    readonly sites: readonly string[] | undefined;
    /** Undefined while the state is unknown: before the first scan, or before WSUS is configured for the first time. */
    holds(): boolean | undefined;
    /** The actual state, as a sentence. */
    actual(): string;
    /** The trace entry that broke the claim, if any. */
    entry(): number | undefined;
    /** The minute at which the claim can stop holding without an event. */
    expiry?(): number;
}

/** Returns all subjects of a claim. */
export function subjectsOf(world: World, claim: StateClaim): readonly Subject[] {
    switch (claim.kind) {
        case 'settings':
            return synchronizingSitesIn(world, claim.sites).filter(site => site.active).map(site => ofSite(world, site, {
                holds: () => site.configuration === 'pending' ? undefined : areAsConfigured(site),
                actual: () => site.configuration === 'pending' ? 'WSUS had not been configured yet.' : `The WSUS settings ${areAsConfigured(site) ? 'were as configured' : 'still differed from the configured ones'}.`
            }));
        case 'matches': {
            const other = world.sitesByCode.get(claim.other);
            return other ? synchronizingSitesIn(world, claim.sites).filter(site => site !== other).map(site => ofSite(world, site, {
                holds: () => site.contentVersion === other.contentVersion,
                actual: () => `${site.site.code} had content version ${site.contentVersion}, ${other.site.code} ${other.contentVersion}.`
            }, [other])) : [];
        }
        case 'catalog-age':
            return synchronizingSitesIn(world, claim.sites).map(site => ofSite(world, site, {
                holds: () => world.time - (site.lastSuccess ?? 0) <= claim.atMost,
                actual: () => `The catalog was ${durationText(world.time - (site.lastSuccess ?? 0))} old.`,
                expiry: () => (site.lastSuccess ?? 0) + claim.atMost + 1
            }));
        case 'update':
            return sitesIn(world, claim.sites).map(site => ofSite(world, site, {
                holds: () => updateState(site, claim.update) === claim.state,
                actual: () => {
                    const state = updateState(site, claim.update);
                    return `The update was ${state} at ${site.site.code}${state === 'unknown' ? missingUpdateText(world, site, claim.update) : ''}.`;
                }
            }, servingSites(site)));
        case 'console-ahead':
            return synchronizingSitesIn(world, claim.sites).map(site => ofSite(world, site, {
                holds: () => site.consoleVersion > site.contentVersion,
                actual: () => `The console showed content version ${site.consoleVersion}, the catalog had ${site.contentVersion}.`
            }));
        case 'scan':
            return groupsIn(world, claim.clients).map(group => ofGroup(world, group, claim));
        case 'load': {
            const point = world.points.get(claim.server);
            return point ? [ofLoad(point, claim.atMost)] : [];
        }
        case 'traffic': {
            const site = world.sitesByCode.get(claim.site);
            const megabytes = (): number => {
                const { metadataMegabytes, scanMegabytes } = site ? trafficOf(site.link, world.time) : { metadataMegabytes: 0, scanMegabytes: 0 };
                return metadataMegabytes + scanMegabytes;
            };
            return site ? [ofSite(world, site, { holds: () => megabytes() <= claim.atMost, actual: () => `The link carried ${number(Math.round(megabytes()))} MB.` })] : [];
        }
    }
}

function ofSite(world: World, site: SiteState, claim: Pick<Subject, 'holds' | 'actual' | 'expiry'>, others: readonly SiteState[] = []): Subject {
    return { name: site.site.code, sites: [site, ...others].map(each => each.site.code), entry: () => lastFailureFor(world, site), ...claim };
}

function ofGroup(world: World, group: ClientGroupState, claim: Extract<Claim, { kind: 'scan' }>): Subject {
    const isMeant = (): boolean => group.result === claim.result && (claim.server === undefined || isOn(group.server ?? group.failedAgainst, claim.server));
    return {
        name: group.name, sites: [group.located.site.code],
        holds: () => group.result === undefined ? undefined : isMeant(),
        actual: () => {
            const point = group.server ?? group.failedAgainst;
            const against = point ? ` against ${point.point.host.name}` : '';
            return (group.result === undefined ? `The clients (${group.name}) had not scanned yet.${fullLinkText(group, world.time)}` : `The scan of ${group.name}${against} ${scanResultText(group.result)}.`) + inactiveText(world, claim.server);
        },
        entry: () => group.lastEntry ?? lastFailureFor(world, group.located) ?? group.located.link.overloadEntry
    };
}

function ofLoad(point: PointState, atMost: number): Subject {
    return {
        name: point.point.host.name, sites: undefined,
        holds: () => point.clients <= atMost,
        actual: () => `The server had ${counted(point.clients, 'client')}.`,
        entry: () => undefined
    };
}

/** Adds that clients cannot scan against a server, because its software update point is inactive or it has none. */
function inactiveText({ points }: World, server: string | undefined): string {
    return server === undefined || points.has(server) ? ''
        : ` ${server} has no active software update point, and Configuration Manager 2007 does not switch clients to an inactive one.`;
}

function isOn(point: PointState | undefined, server: string): boolean {
    return point !== undefined && (point.point.host.name === server || point.servers.some(each => each.server.name === server));
}

function areAsConfigured({ active, internet }: SiteState): boolean {
    return [active, internet].every(point => !point || (Object.keys(point.deviations).length === 0
        && point.servers.every(({ ports, ssl, wsus }) => ports === wsus?.ports && ssl === wsus?.ssl)));
}

/** Returns the parent of a secondary site without its own software update point. */
function servingSites(site: SiteState): readonly SiteState[] {
    return site.site.kind === 'secondary' && !site.active && site.parent ? [site.parent] : [];
}

/** The state of an update for the clients of a site. Clients of a secondary site without its own software update point use the parent's. */
function updateState(site: SiteState, name: string): 'available' | 'expired' | 'unknown' {
    const point = site.active ?? servingSites(site)[0]?.active;
    const update = point?.catalog.updates.get(name);
    return update ? update.expired ? 'expired' : 'available' : 'unknown';
}
