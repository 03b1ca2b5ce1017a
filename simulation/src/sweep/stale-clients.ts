import type { TraceEntry } from '../trace/entry.js';
import { locateUpdatePoint } from '../world/locate.js';
import type { ClientGroupState, SiteState } from '../world/state.js';
import type { Observer, World } from '../world/world.js';

/** The catalog that a group can get: when the top site began the synchronization that brought it, and until when its age has been counted. */
interface Held {
    startedAt: number;
    countedTo: number;
    staleMinutes: number;
}

/**
 * Measures for how long the catalog that clients can get is too old: that of the software update point that serves them or, while none does, the newest
 * one that has served them. The age of a catalog counts from the synchronization of the top site that brought it, so it ends as soon as a newer catalog
 * is available, and it grows at a site whose own software update point is cut off.
 */
export class StaleClients implements Observer {
    private readonly held = new Map<ClientGroupState, Held>();
    private readonly started = new Map<SiteState, number>();
    /** When each top site last began a synchronization after which a version was the newest. */
    private readonly starts = new Map<SiteState, Map<number, number>>();
    private readonly changed = new Set<ClientGroupState>();

    constructor(private readonly limit: number) {}

    observe({ details, site: code, time }: TraceEntry, world: World): void {
        const site = world.sitesByCode.get(code ?? '');
        if (details.kind === 'event') {
            this.checkLater(world, world.groups);
        } else if (site && details.kind === 'sync-started' && site.isRoot) {
            this.started.set(site, time);
        } else if (site && (details.kind === 'sync-done' || details.kind === 'sync-failed')) {
            const starts = this.startsOf(site);
            // A run that fails late, at the Internet-based software update point, has brought a new version too.
            if (site.isRoot && (details.kind === 'sync-done' || !starts.has(site.contentVersion))) {
                starts.set(site.contentVersion, this.started.get(site) ?? time);
            }
            this.checkLater(world, [site, ...site.children].flatMap(({ groups }) => groups));
        }
    }

    /** Checks groups at the end of the minute, when events have taken effect and policy is published. */
    private checkLater(world: World, groups: readonly ClientGroupState[]): void {
        if (this.changed.size === 0) {
            world.scheduleUnprompted(world.time, 'judgement', undefined, () => {
                this.changed.forEach(group => this.check(world, group));
                this.changed.clear();
            }, undefined);
        }
        groups.forEach(group => this.changed.add(group));
    }

    private check(world: World, group: ClientGroupState): void {
        const held = this.count(group, world.time);
        const { point, result } = locateUpdatePoint(world, group, knownVersion(group));
        const { root } = group.assigned;
        if (result === 'succeeded' && point && root) {
            held.startedAt = Math.max(held.startedAt, this.startsOf(root).get(point.contentVersion) ?? 0);
        }
    }

    /** Counts the minutes up to a time in which the catalog was too old. */
    private count(group: ClientGroupState, time: number): Held {
        const held = this.held.get(group) ?? { startedAt: 0, countedTo: 0, staleMinutes: 0 };
        held.staleMinutes += Math.max(0, time - Math.max(held.countedTo, held.startedAt + this.limit));
        held.countedTo = time;
        this.held.set(group, held);
        return held;
    }

    private startsOf(root: SiteState): Map<number, number> {
        const starts = this.starts.get(root) ?? new Map<number, number>();
        this.starts.set(root, starts);
        return starts;
    }

    /** The minutes in which the catalog of a group was too old, until a time. */
    staleMinutesOf(group: ClientGroupState, time: number): number {
        return this.count(group, time).staleMinutes;
    }
}

/** The version that the policy of clients demands. No policy crosses a link that is down, so these clients keep using any catalog. */
function knownVersion({ on, located, assigned }: ClientGroupState): number {
    const isCut = on === 'intranet' && located !== assigned && !located.link.isUp;
    return isCut ? 0 : assigned.policies[0]?.version ?? 0;
}
