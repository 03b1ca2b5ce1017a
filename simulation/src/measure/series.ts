import type { Site, SoftwareUpdatePoint } from '@sup/model';
import { trafficOf } from '../world/link.js';
import type { PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';

/** Time series of several quantities, sampled at the same times. */
export interface Series {
    /** Minutes since the start. The first sample is one step after the start, the last at the end. */
    readonly times: readonly number[];
    readonly points: readonly {
        readonly point: SoftwareUpdatePoint;
        /** Clients whose last scan succeeded against it. */
        readonly clients: readonly number[];
        /** Scans of individual clients since the previous sample. */
        readonly scans: readonly number[];
    }[];
    readonly sites: readonly {
        readonly site: Site;
        /** Minutes since the last successful synchronization, or since the start if there was none. */
        readonly catalogAge: readonly number[];
        /** Megabytes that moved over the link to the parent since the previous sample. */
        readonly megabytes: readonly number[];
    }[];
}

/** Takes a fixed number of samples over a run of any length. Create it before the run starts. */
export class SeriesMeter {
    private readonly times: number[] = [];
    private readonly points: readonly { readonly state: PointState; readonly clients: number[]; readonly scans: number[]; last: number }[];
    private readonly sites: readonly { readonly state: SiteState; readonly catalogAge: number[]; readonly megabytes: number[]; last: number }[];

    constructor(private readonly world: World, duration: number, samples = 96) {
        const active = world.sites.flatMap(site => [site.active, site.internet].filter(point => point !== undefined));
        this.points = active.map(state => ({ state, clients: [], scans: [], last: 0 }));
        this.sites = world.sites.map(state => ({ state, catalogAge: [], megabytes: [], last: 0 }));
        const moments = new Set(Array.from({ length: samples }, (_, i) => Math.round(duration * (i + 1) / samples)));
        moments.forEach(time => world.scheduleUnprompted(time, 'judgement', undefined, () => this.sample(), undefined));
    }

    private sample(): void {
        const { time } = this.world;
        this.times.push(time);
        for (const point of this.points) {
            point.clients.push(point.state.clients);
            point.scans.push(point.state.scans - point.last);
            point.last = point.state.scans;
        }
        for (const site of this.sites) {
            const { metadataMegabytes, scanMegabytes } = trafficOf(site.state.link, time);
            const megabytes = metadataMegabytes + scanMegabytes;
            site.catalogAge.push(time - (site.state.lastSuccess ?? 0));
            site.megabytes.push(megabytes - site.last);
            site.last = megabytes;
        }
    }

    result(): Series {
        return {
            times: this.times,
            points: this.points.map(({ state, clients, scans }) => ({ point: state.point, clients, scans })),
            sites: this.sites.map(({ state, catalogAge, megabytes }) => ({ site: state.site, catalogAge, megabytes }))
        };
    }
}
