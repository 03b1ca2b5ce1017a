import type { TraceEntry } from '../trace/entry.js';
import type { ClientGroupState, CompletedScans, PointState, SiteState } from '../world/state.js';
import type { Observer, World } from '../world/world.js';
import { type Arrival, criticalPath, type NotificationTimes, type PropagationPart } from './critical-path.js';

/**
 * The time until the last client scanned for a new update. The update is assumed to be published right after the previous
 * synchronization of the top site started, which is the worst case.
 */
export interface Propagation {
    readonly version: number;
    /** Minutes from publication to the last scan. */
    readonly minutes: number;
    readonly clients: string;
    /** The software update point that the clients scanned against. */
    readonly server: string;
    /** The critical path; the parts add up to `minutes`. */
    readonly parts: readonly PropagationPart[];
}

/** The propagation of one content version of a top site. */
interface Version {
    readonly publishedAt: number;
    /** The number of client groups that have not scanned for this version yet. */
    left: number;
}

/** The state of a top site, where content versions originate. */
interface RootState {
    /** The time at which the last synchronization started, and the version that it brought. */
    lastStarted: number | undefined;
    lastVersion: number;
    readonly versions: Map<number, Version>;
}

/** The number of versions to follow at once, each until the last client has scanned for it. Further ones are not followed, so that memory does not grow with the length of the run. */
const maxVersions = 64;

/** Most trace entries are irrelevant for propagation and are skipped early. */
const relevantKinds: ReadonlySet<TraceEntry['details']['kind']> = new Set(['notification-sent', 'notification-arrived', 'sync-started', 'sync-done']);

/** Follows every content version from Microsoft Update to the last client, and records the slowest. */
export class PropagationMeter implements Observer {
    worst: Propagation | undefined;
    private readonly roots = new Map<SiteState, RootState>();
    private readonly arrivals = new Map<SiteState, Map<number, Arrival>>();
    private readonly notices = new Map<SiteState, NotificationTimes>();
    private readonly started = new Map<SiteState, { time: number; notice: NotificationTimes | undefined }>();
    private readonly scannedVersions = new Map<ClientGroupState, number>();

    observe({ site: code, time, details }: TraceEntry, world: World): void {
        const site = relevantKinds.has(details.kind) ? world.sitesByCode.get(code ?? '') : undefined;
        if (!site) {
            return;
        }
        switch (details.kind) {
            case 'notification-sent': {
                const child = world.sitesByCode.get(details.to);
                return void (child && this.notices.set(child, { sent: time, waited: details.waits, arrived: time }));
            }
            case 'notification-arrived': {
                const { sent, waited } = this.notices.get(site) ?? { sent: time, waited: 0 };
                return void this.notices.set(site, { sent, waited, arrived: time });
            }
            case 'sync-started': return void this.started.set(site, { time, notice: this.notices.get(site) });
            case 'sync-done': return this.arrive(world, site, details.version);
            default:
        }
    }

    scanned({ group, point }: CompletedScans, world: World): void {
        this.scan(world, group, point);
    }

    private arrive(world: World, site: SiteState, version: number): void {
        const { time: started, notice } = this.started.get(site)!;
        const root = site.root ?? site;
        const { lastStarted, versions } = this.rootStateOf(root);
        const known = this.arrivals.get(site) ?? new Map<number, Arrival>();
        this.arrivals.set(site, known);
        if (site === root) {
            const state = this.rootStateOf(site);
            if (lastStarted !== undefined && version > state.lastVersion && versions.size < maxVersions) {
                versions.set(version, { publishedAt: lastStarted, left: world.groups.filter(({ assigned }) => assigned.root === site).length });
            }
            state.lastStarted = started;
            state.lastVersion = version;
        }
        const latest = [...known.keys()].at(-1) ?? 0;
        if ([...versions.keys()].some(followed => followed > latest && followed <= version)) {
            known.set(version, { notice, started, done: world.time });
        }
        const [oldest = version] = versions.keys();
        forgetBefore(known, Math.min(oldest, version));
    }

    private rootStateOf(site: SiteState): RootState {
        const top = this.roots.get(site) ?? { lastStarted: undefined, lastVersion: 0, versions: new Map() };
        this.roots.set(site, top);
        return top;
    }

    private scan(world: World, group: ClientGroupState, point: PointState): void {
        const { root } = group.assigned;
        const versions = root && this.rootStateOf(root).versions;
        const before = this.scannedVersions.get(group) ?? 0;
        for (let version = Math.max(before + 1, group.scannedVersion - maxVersions + 1); version <= group.scannedVersion; version++) {
            const known = versions?.get(version);
            if (known && --known.left === 0) {
                this.complete(world, version, known, group, point);
                versions?.delete(version);
            }
        }
        this.scannedVersions.set(group, Math.max(before, group.scannedVersion));
    }

    private complete({ time }: World, version: number, { publishedAt }: Version, { name }: ClientGroupState, server: PointState): void {
        const minutes = time - publishedAt;
        if (minutes > (this.worst?.minutes ?? -1)) {
            const parts = criticalPath(server.site, publishedAt, time, site => this.arrivalAt(site, version));
            this.worst = { version, minutes, clients: name, server: server.point.host.name, parts };
        }
    }

    /** Returns the arrival of a content version at a site, or of the next later version that arrived there. */
    private arrivalAt(site: SiteState, version: number): Arrival | undefined {
        for (const [known, arrival] of this.arrivals.get(site) ?? []) {
            if (known >= version) {
                return arrival;
            }
        }
        return undefined;
    }
}

/** Drops the versions before `oldest`, which are no longer followed. */
function forgetBefore(versions: Map<number, unknown>, oldest: number): void {
    for (const version of versions.keys()) {
        if (version >= oldest) {
            return;
        }
        versions.delete(version);
    }
}
