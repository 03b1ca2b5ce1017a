import { type Hierarchy, isUnknown, type Site } from '../hierarchy.js';
import type { Scenario, ScenarioEvent, Target } from '../scenario.js';
import { memoize } from '../memoize.js';
import { hasWsus, hostNamed, usedUpdatePointOn } from './hosts.js';
import { memoizePerHierarchy } from './memoize-per-hierarchy.js';
import { sourceOf, synchronizationRootsOf } from './synchronization.js';
import { isPrimarySite } from './tree.js';
import { updatePointsOf } from './update-points.js';

/**
 * The reason why an event has no effect: there is no WSUS, no software update point in use, no link or no proxy server; the site is not at the
 * top; WSUS is a replica or connected, so that it cannot import; the target has not failed before, or the update has not been published before.
 */
export type NoEffectReason = 'no-wsus' | 'no-point' | 'no-link' | 'no-proxy' | 'not-top' | 'replica' | 'connected' | 'not-failed' | 'not-published';

/**
 * The reason why an event has no effect, as far as the plan and the other events determine it. A name that does not exist is not a reason;
 * another rule reports it. Sources: "About Software Updates Synchronization"; "How to Synchronize Updates Using Export and Import" (ConfigMgr 2007 library).
 */
export function noEffectReasonOf(hierarchy: Hierarchy, scenario: Scenario, event: ScenarioEvent): NoEffectReason | undefined {
    const { action } = event;
    switch (action.kind) {
        case 'fail': return ofTarget(hierarchy, action.target);
        case 'restore': return ofTarget(hierarchy, action.target) ?? prematureEvents(scenario).get(event);
        case 'set': return ofHost(hierarchy, action.server, action.change.setting === 'ports' || action.change.setting === 'ssl' ? 'wsus' : 'point');
        case 'synchronize': return ofSynchronization(hierarchy, action.site);
        case 'import': return ofHost(hierarchy, action.server, 'point') ?? ofImport(hierarchy, action.server);
        case 'expire': return prematureEvents(scenario).get(event);
        default: return undefined;
    }
}

function ofTarget(hierarchy: Hierarchy, target: Target): NoEffectReason | undefined {
    switch (target.kind) {
        case 'link': {
            const sites = hierarchy.sitesByCode.get(target.site) ?? [];
            return sites.length > 0 && sites.every(site => site.parentCodes.length === 0) ? 'no-link' : undefined;
        }
        case 'wsus':
        case 'certificate': return ofHost(hierarchy, target.name, 'wsus');
        case 'content-share': return ofHost(hierarchy, target.name, 'point');
        case 'proxy': return ofHost(hierarchy, target.name, 'point') ?? (hasNoProxy(hierarchy, target.name) ? 'no-proxy' : undefined);
        default: return undefined;
    }
}

function ofHost(hierarchy: Hierarchy, name: string, needed: 'wsus' | 'point'): NoEffectReason | undefined {
    const host = hostNamed(hierarchy, name);
    if (!host || !hasWsus(host)) {
        return host && !isUnknown(host, 'nodes') ? 'no-wsus' : undefined;
    }
    return needed === 'wsus' || usedUpdatePointOn(host) || hasUnknownState(host.site) ? undefined : 'no-point';
}

function hasNoProxy(hierarchy: Hierarchy, name: string): boolean {
    const host = hostNamed(hierarchy, name);
    return host !== undefined && usedUpdatePointOn(host)?.proxy === undefined;
}

function ofSynchronization(hierarchy: Hierarchy, code: string): NoEffectReason | undefined {
    const tops = topCodesOf(hierarchy);
    const sites = hierarchy.sitesByCode.get(code) ?? [];
    return sites.length > 0 && tops.size > 0 && !tops.has(code) && !sites.some(hasUnknownState) ? 'not-top' : undefined;
}

function hasUnknownState(site: Site): boolean {
    return updatePointsOf(site).some(point => isUnknown(point, 'state'));
}

/** The codes of the sites where an administrator can start a synchronization. */
export const topCodesOf: (hierarchy: Hierarchy) => ReadonlySet<string> = memoizePerHierarchy(hierarchy => new Set(synchronizationRootsOf(hierarchy).map(({ code }) => code)));

function ofImport(hierarchy: Hierarchy, name: string): NoEffectReason | undefined {
    const host = hostNamed(hierarchy, name);
    const point = host && usedUpdatePointOn(host);
    if (!point) {
        return undefined;
    }
    if (!isPrimarySite(point.host.site)) {
        return 'replica';
    }
    const source = point.state === 'internet' ? point.source : sourceOf(hierarchy, point.host.site)?.kind;
    const isOpen = source === 'none' || isUnknown(point, 'source') || (source === undefined && point.state === 'active');
    return isOpen ? undefined : 'connected';
}

/** The events of a scenario that end something before it has begun, or after it has ended; visited in the order of time. */
const prematureEvents = memoize(({ events }: Scenario): ReadonlyMap<ScenarioEvent, NoEffectReason> => {
    const found = new Map<ScenarioEvent, NoEffectReason>();
    const brokenUntil = new Map<string, number>();
    const everPublished = new Set(events.flatMap(({ action }) => action.kind === 'publish' ? [action.update] : []));
    const published = new Set<string>();
    // Sorting keeps the order of the text among events of one minute.
    for (const event of [...events].sort((a, b) => a.at - b.at)) {
        const { at, action } = event;
        if (action.kind === 'fail') {
            const target = keyOfTarget(action.target);
            brokenUntil.set(target, Math.max(brokenUntil.get(target) ?? 0, at + (action.duration ?? Infinity)));
        } else if (action.kind === 'restore') {
            const isBroken = (brokenUntil.get(keyOfTarget(action.target)) ?? 0) > at;
            brokenUntil.delete(keyOfTarget(action.target));
            if (!isBroken) {
                found.set(event, 'not-failed');
            }
        } else if (action.kind === 'publish') {
            published.add(action.update);
        } else if (action.kind === 'expire' && everPublished.has(action.update) && !published.has(action.update)) {
            found.set(event, 'not-published');
        }
    }
    return found;
});

/** The same text for targets that stand for the same part: the ends of a connection can be in any order. */
export function keyOfTarget(target: Target): string {
    switch (target.kind) {
        case 'microsoft-update': return target.kind;
        case 'link': return `link ${target.site}`;
        case 'connection': return `connection ${target.ends.map(({ kind, name }) => `${kind} ${name}`).sort().join(', ')}`;
        default: return `${target.kind} ${target.name}`;
    }
}
