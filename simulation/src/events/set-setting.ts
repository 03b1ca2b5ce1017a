import { type Drift, isPrimarySite, isSameName, type SoftwareUpdatePoint } from '@sup/model';
import type { Deviations, PointState, ServerState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { type Outcome, refuse } from './outcome.js';
import { recheckSites } from './set-working.js';

/** An administrator changes a setting in IIS or in the WSUS console, bypassing Configuration Manager. */
export function setSetting(world: World, name: string, change: Drift): Outcome {
    const servers = world.serversNamed(name).filter(({ wsus }) => wsus);
    if (servers.length === 0) {
        return refuse('no-wsus', name);
    }
    const point = world.points.get(name);
    if (change.setting === 'ports' || change.setting === 'ssl') {
        return () => {
            for (const server of servers) {
                changeWebSite(server, change);
            }
            recheckSites(world, new Set(servers.map(({ site }) => site)));
        };
    }
    return point ? () => {
        deviate(point, change);
        recheckSites(world, [point.site]);
    } : refuse('no-update-point', name);
}

/** A change that reverts an earlier one restores the state of the plan. */
function changeWebSite(server: ServerState, change: Extract<Drift, { setting: 'ports' | 'ssl' }>): void {
    const planned = server.wsus?.ports;
    if (change.setting === 'ssl') {
        server.ssl = change.value;
    } else {
        server.ports = planned?.http === change.value.http && planned.https === change.value.https ? planned : change.value;
    }
}

/** Stores only settings that differ from those that Configuration Manager sets. */
function deviate(point: PointState, change: Exclude<Drift, { setting: 'ports' | 'ssl' }>): void {
    const deviations: Deviations = { ...point.deviations, [change.setting]: change.setting === 'proxy' ? change.value ?? '' : change.value };
    if (isAsConfigured(point, change)) {
        delete deviations[change.setting];
    }
    point.deviations = deviations;
}

function isAsConfigured({ point, site }: PointState, change: Exclude<Drift, { setting: 'ports' | 'ssl' }>): boolean {
    switch (change.setting) {
        case 'products':
        case 'classifications':
        case 'languages':
            return sameSet(site.subscription[change.setting], change.value);
        case 'replica':
            return change.value === (!isPrimarySite(site.site) || point.state === 'internet');
        case 'source': {
            const upstream = upstreamOf(point, site);
            return change.value.kind === 'server' ? change.value.server === upstream : upstream === undefined;
        }
        case 'proxy':
            return (change.value ?? '') === (point.proxy ? `${point.proxy.host ?? ''}:${point.proxy.port ?? 80}` : '');
    }
}

/** Returns the server that a software update point synchronizes from; undefined for Microsoft Update. */
function upstreamOf(point: SoftwareUpdatePoint, { isRoot, active, parent }: SiteState): string | undefined {
    const upstream = point.state === 'internet' ? active : isRoot ? undefined : parent?.active;
    return upstream?.point.host.name;
}

function sameSet(a: readonly string[] | undefined, b: readonly string[]): boolean {
    return a !== undefined && a.length === b.length && a.every(each => b.some(other => isSameName(each, other)));
}
