import type { TraceEntry } from '../trace/entry.js';
import type { ClientGroupState, SiteState } from '../world/state.js';
import type { Observer, World } from '../world/world.js';
import { type Arrival, criticalPath, type NotificationTimes, type PropagationPart } from './critical-path.js';

/**
 * How long it took until the last client had scanned for a new update: one that Microsoft Update published right after the top site had
 * looked the time before, which is the worst that can happen to an update.
 */
export interface Propagation {
    readonly version: number;
    /** Minutes from its publication to the last scan. */
    readonly minutes: number;
    readonly clients: string;
    /** The software update point that they scanned against. */
    readonly server: string;
    /** The critical path; the parts add up. */
    readonly parts: readonly PropagationPart[];
}

/** What becomes of one content version of a top site. */
interface Version {
    readonly publishedAt: number;
    /** Groups of clients that have not scanned for it yet. */
    left: number;
}

/** A site that hands out content versions. */
interface RootState {
    lookedAt: number | undefined;
    readonly versions: Map<number, Version>;
}

/** So many versions are followed at once; older ones are forgotten, so that a long run needs no more memory than a short one. */
const maxVersions = 64;

/** Of all that happens, most is of no use here. */
const relevantKinds: ReadonlySet<TraceEntry['details']['kind']> = new Set(['notification-sent', 'notification-arrived', 'sync-started', 'sync-done', 'scanned']);

/** Follows every content version from Microsoft Update to the last client, and keeps the slowest. */
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
            case 'scanned': {
                const group = world.groupsByName.get(details.group);
                return group && this.scan(world, group);
            }
            default:
        }
    }

    private arrive(world: World, site: SiteState, version: number): void {
        const { time: started, notice } = this.started.get(site)!;
        const root = site.root ?? site;
        const { lookedAt, versions } = this.rootStateOf(root);
        const known = this.arrivals.get(site) ?? new Map<number, Arrival>();
        this.arrivals.set(site, known);
        if (site === root) {
            if (lookedAt !== undefined && !known.has(version)) {
                remember(versions, version, { publishedAt: lookedAt, left: world.groups.filter(({ assigned }) => assigned.root === site).length });
            }
            this.rootStateOf(site).lookedAt = started;
        }
        if (!known.has(version)) {
            remember(known, version, { notice, started, done: world.time });
        }
        const [oldest = version] = versions.keys();
        forgetBefore(known, Math.min(oldest, version));
    }

    private rootStateOf(site: SiteState): RootState {
        const top = this.roots.get(site) ?? { lookedAt: undefined, versions: new Map() };
        this.roots.set(site, top);
        return top;
    }

    private scan(world: World, group: ClientGroupState): void {
        const { root } = group.assigned;
        const versions = root && this.rootStateOf(root).versions;
        const before = this.scannedVersions.get(group) ?? 0;
        for (let version = Math.max(before + 1, group.scannedVersion - maxVersions + 1); version <= group.scannedVersion; version++) {
            const known = versions?.get(version);
            if (known && --known.left === 0) {
                this.complete(world, version, known, group);
                versions?.delete(version);
            }
        }
        this.scannedVersions.set(group, Math.max(before, group.scannedVersion));
    }

    private complete({ time }: World, version: number, { publishedAt }: Version, { name, server }: ClientGroupState): void {
        const minutes = time - publishedAt;
        if (server && minutes > (this.worst?.minutes ?? -1)) {
            const parts = criticalPath(server.site, publishedAt, time, site => this.arrivalAt(site, version));
            this.worst = { version, minutes, clients: name, server: server.point.host.name, parts };
        }
    }

    /** How a site came to a content version, or to the next one that it came to. */
    private arrivalAt(site: SiteState, version: number): Arrival | undefined {
        for (const [known, arrival] of this.arrivals.get(site) ?? []) {
            if (known >= version) {
                return arrival;
            }
        }
        return undefined;
    }
}

/** Keeps as many versions as are followed. They come in their order. */
function remember<T>(versions: Map<number, T>, version: number, what: T): void {
    versions.set(version, what);
    if (versions.size > maxVersions) {
        versions.delete(versions.keys().next().value!);
    }
}

/** All clients have what came before. */
function forgetBefore(versions: Map<number, unknown>, oldest: number): void {
    for (const version of versions.keys()) {
        if (version >= oldest) {
            return;
        }
        versions.delete(version);
    }
}
