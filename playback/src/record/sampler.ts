import { dayMinutes, megabytesPerMinute } from '@sup/model';
import type { ClientGroupState, CompletedScans, SiteState, World } from '@sup/simulation';
import type { LinkSamples, Samples } from '../recording.js';

/** The most samples of a run. */
const maxSamples = 360;
const intervals = [5, 10, 15, 30, 60, 120, 240, 720, dayMinutes];

/** The links that are worth showing. */
const maxLinks = 5;

interface SampledLink {
    readonly state: SiteState;
    /** In megabytes. */
    readonly capacity: number;
    readonly used: number[];
    last: number;
}

/** The clients of a group that have scanned for a content version. */
interface Scanned {
    version: number;
    clients: number;
}

/** Samples quantities of the whole plan at equal intervals. */
export class Sampler {
    private readonly interval: number;
    private readonly cannotScan: number[] = [];
    private readonly upToDate: number[] = [];
    private readonly links: readonly SampledLink[];
    private readonly scans = new Map<ClientGroupState, Scanned>();

    /** `countFailing` counts the clients that cannot scan at a minute. */
    constructor(private readonly world: World, duration: number, private readonly countFailing: (time: number) => number) {
        this.interval = intervals.find(each => duration / each <= maxSamples) ?? Math.ceil(duration / maxSamples);
        this.links = world.sites.flatMap(state => {
            const bandwidth = state.site.link?.bandwidth;
            return bandwidth ? [{ state, capacity: megabytesPerMinute(bandwidth) * this.interval, used: [], last: 0 }] : [];
        });
        // Nothing happens before the first entry, with which a recording begins.
        const first = Math.ceil(world.time / this.interval);
        this.cannotScan.push(...Array<number>(first).fill(0));
        this.upToDate.push(...Array<number>(first).fill(0));
        this.links.forEach(({ used }) => used.push(...Array<number>(first).fill(0)));
        for (let time = first * this.interval; time <= duration; time += this.interval) {
            world.scheduleUnprompted(time, 'judgement', undefined, () => this.sample(time), undefined);
        }
    }

    scanned({ group, clients, version }: CompletedScans): void {
        const known = this.scans.get(group);
        if (known?.version === version) {
            known.clients += clients;
        } else if (!known || known.version < version) {
            this.scans.set(group, { version, clients });
        }
    }

    /** The samples, with the id of each site in the scene. */
    result(idOf: (site: SiteState) => string): Samples {
        const { interval, cannotScan, upToDate } = this;
        const links = this.links.map(({ state, used }): LinkSamples => ({ site: idOf(state), code: state.site.code, used, peak: used.reduce((most, each) => Math.max(most, each), 0) }));
        return { interval, cannotScan, upToDate, links: links.filter(({ peak }) => peak > 0).sort((a, b) => b.peak - a.peak).slice(0, maxLinks) };
    }

    private sample(time: number): void {
        this.cannotScan.push(this.countFailing(time));
        this.upToDate.push(this.world.groups.reduce((sum, group) => sum + this.upToDateIn(group), 0));
        for (const link of this.links) {
            const { scans, metadata, objects } = link.state.link.transfers.carriedAt(time);
            const megabytes = scans + metadata + objects;
            link.used.push(Math.round((megabytes - link.last) / link.capacity * 100));
            link.last = megabytes;
        }
    }

    private upToDateIn(group: ClientGroupState): number {
        const newest = group.assigned.root?.active?.contentVersion ?? 0;
        if (newest === 0) {
            return 0;
        }
        const scanned = this.scans.get(group);
        const settled = group.cohorts.reduce((sum, { version, count }) => sum + (version >= newest ? count : 0), 0);
        return Math.min(group.count, Math.max(settled, scanned && scanned.version >= newest ? scanned.clients : 0));
    }
}
