import type { Claim } from '@sup/model';
import { durationText } from '../trace/time.js';
import { groupsIn, sitesIn, synchronizingSitesIn } from '../world/sets.js';
import type { ClientGroupState, PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { scanResultText } from '../trace/scan-results.js';
import { lastFailureFor } from './last-failure.js';

export type StateClaim = Exclude<Claim, { kind: 'synchronized' | 'status' | 'no-errors' }>;

/** Somebody or something that a claim is about, and whether it holds there now. */
export interface Subject {
    readonly name: string;
    /** The site whose trace entries can change the answer; undefined for those of any. */
    readonly sites: readonly string[] | undefined;
    /** Undefined while it cannot be said yet: before the first scan, or before WSUS is configured for the first time. */
    holds(): boolean | undefined;
    /** What is the case instead, as a sentence. */
    actual(): string;
    /** What broke it, where a trace entry did. */
    entry(): number | undefined;
    /** When it can stop holding although nothing happens. */
    expiry?(): number;
}

/** Everything that a claim is about. */
export function subjectsOf(world: World, claim: StateClaim): readonly Subject[] {
    switch (claim.kind) {
        case 'settings':
            return synchronizingSitesIn(world, claim.sites).filter(site => site.active).map(site => ofSite(site, {
                holds: () => site.configuration === 'pending' ? undefined : areAsConfigured(site),
                actual: () => `The settings of WSUS were ${areAsConfigured(site) ? 'as configured' : 'still different'}.`
            }));
        case 'matches': {
            const other = world.sitesByCode.get(claim.other);
            return other ? synchronizingSitesIn(world, claim.sites).filter(site => site !== other).map(site => ofSite(site, {
                holds: () => site.contentVersion === other.contentVersion,
                actual: () => `${site.site.code} had content version ${site.contentVersion}, ${other.site.code} ${other.contentVersion}.`
            }, [other])) : [];
        }
        case 'catalog-age':
            return synchronizingSitesIn(world, claim.sites).map(site => ofSite(site, {
                holds: () => world.time - (site.lastSuccess ?? 0) <= claim.atMost,
                actual: () => `It was ${durationText(world.time - (site.lastSuccess ?? 0))} old.`,
                expiry: () => (site.lastSuccess ?? 0) + claim.atMost + 1
            }));
        case 'update':
            return sitesIn(world, claim.sites).map(site => ofSite(site, {
                holds: () => updateState(site, claim.update) === claim.state,
                actual: () => `There the update was ${updateState(site, claim.update)}.`
            }, servingSites(site)));
        case 'console-ahead':
            return synchronizingSitesIn(world, claim.sites).map(site => ofSite(site, {
                holds: () => site.consoleVersion > site.contentVersion,
                actual: () => `The console showed version ${site.consoleVersion}, the catalog had ${site.contentVersion}.`
            }));
        case 'scan':
            return groupsIn(world, claim.clients).map(group => ofGroup(group, claim));
        case 'load': {
            const point = world.points.get(claim.server);
            return point ? [ofLoad(point, claim.atMost)] : [];
        }
        case 'traffic': {
            const site = world.sitesByCode.get(claim.site);
            const megabytes = (): number => (site?.link.metadataMegabytes ?? 0) + (site?.link.scanMegabytes ?? 0);
            return site ? [ofSite(site, { holds: () => megabytes() <= claim.atMost, actual: () => `It carried ${Math.round(megabytes())} MB.` })] : [];
        }
    }
}

function ofSite(site: SiteState, claim: Pick<Subject, 'holds' | 'actual' | 'expiry'>, others: readonly SiteState[] = []): Subject {
    return { name: site.site.code, sites: [site, ...others].map(each => each.site.code), entry: () => lastFailureFor(site), ...claim };
}

function ofGroup(group: ClientGroupState, claim: Extract<Claim, { kind: 'scan' }>): Subject {
    const isMeant = (): boolean => group.result === claim.result && (claim.server === undefined || isOn(group.server ?? group.failedAgainst, claim.server));
    return {
        name: group.name, sites: [group.located.site.code],
        holds: () => group.result === undefined ? undefined : isMeant(),
        actual: () => {
            const point = group.server ?? group.failedAgainst;
            const against = point ? ` against ${point.point.host.name}` : '';
            return group.result === undefined ? `The clients (${group.name}) had not scanned yet.` : `The scan of ${group.name}${against} ${scanResultText(group.result)}.`;
        },
        entry: () => group.lastEntry ?? lastFailureFor(group.assigned)
    };
}

function ofLoad(point: PointState, atMost: number): Subject {
    return {
        name: point.point.host.name, sites: undefined,
        holds: () => point.clients <= atMost,
        actual: () => `It had ${point.clients} clients.`,
        entry: () => undefined
    };
}

function isOn(point: PointState | undefined, server: string): boolean {
    return point !== undefined && (point.point.host.name === server || point.servers.some(each => each.server.name === server));
}

function areAsConfigured({ active, internet }: SiteState): boolean {
    return [active, internet].every(point => !point || (Object.keys(point.deviations).length === 0
        && point.servers.every(({ ports, ssl, wsus }) => ports === wsus?.ports && ssl === wsus?.ssl)));
}

/** The parent of a secondary site that has no software update point of its own. */
function servingSites(site: SiteState): readonly SiteState[] {
    return site.site.kind === 'secondary' && !site.active && site.parent ? [site.parent] : [];
}

/** What clients are offered: by their own software update point, at a secondary site without one by the parent's. */
function updateState(site: SiteState, name: string): 'available' | 'expired' | 'unknown' {
    const point = site.active ?? servingSites(site)[0]?.active;
    const update = point?.catalog.updates.get(name);
    return update ? update.expired ? 'expired' : 'available' : 'unknown';
}
