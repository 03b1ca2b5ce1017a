import type { Action, Cluster, Expectation, Server, Site, Target } from '@sup/model';
import { actionText, type ClientGroupState, type CompletedScans, entryText, lastClientText, type Observer, type SimulationResult, type SiteState, type TraceEntry, type World } from '@sup/simulation';
import type { Change, Mark, Recording } from '../recording.js';
import { ClientRecorder } from './client-recorder.js';
import { complianceRecording } from './compliance-recording.js';
import { judgementMark } from './judgement-mark.js';
import { OutageRecorder } from './outage-recorder.js';
import { Sampler } from './sampler.js';
import { SiteRecorder } from './site-recorder.js';

export interface RecorderOptions {
    /** The duration of the run in minutes. */
    readonly duration: number;
    /** Returns the id of a part in the scene. */
    idOf(part: Site | Server | Cluster): string;
    /** Returns the text of an expectation in the plan. */
    textOf(expectation: Expectation): string;
}

/**
 * Records a run in progress. Changed sites and clients are sampled once, at the end of each minute with an entry about them, so a
 * recording grows with the number of changes and not with the length of the run.
 */
export class Recorder implements Observer {
    private world: World | undefined;
    /** The minute at whose end the next sample is taken. */
    private sampledAt: number | undefined;
    private readonly sites = new Map<SiteState, SiteRecorder>();
    private readonly clients = new Map<ClientGroupState, ClientRecorder>();
    private readonly changedSites = new Set<SiteState>();
    private readonly changedClients = new Set<ClientGroupState>();
    /** Client groups by the top site that their updates come from. */
    private clientsOf = new Map<SiteState | undefined, ClientGroupState[]>();
    private readonly outages = new OutageRecorder(target => this.partOf(target));
    private readonly marks: Mark[] = [];
    private readonly changes: Change[] = [];
    private sampler: Sampler | undefined;

    constructor(private readonly options: RecorderOptions) {}

    observe(entry: TraceEntry, world: World): void {
        if (!this.world) {
            this.start(world);
        }
        if (this.sampledAt !== entry.time) {
            // Sample at the end of the minute: an entry can be reported before the change takes effect.
            this.sampledAt = entry.time;
            world.scheduleUnprompted(entry.time, 'judgement', undefined, () => this.sample(), undefined);
        }
        const site = entry.site === undefined ? undefined : world.sitesByCode.get(entry.site);
        if (site) {
            this.changedSites.add(site);
            this.sites.get(site)!.observe(entry);
        }
        this.record(entry, world, site);
    }

    scanned(scans: CompletedScans): void {
        this.sampler?.scanned(scans);
    }

    /** Returns the recording. Call it after the run has ended. */
    result(result: SimulationResult): Recording {
        const { scenario, duration, isExhausted, judgements } = result;
        this.sample();
        const { world, options } = this;
        const states = world?.sites ?? [];
        const indexes = new Map(states.map((site, i) => [site, i]));
        return {
            title: scenario.title, duration, isExhausted, verifyInterval: world?.assumed.verifyInterval ?? 60,
            sites: states.map(state => this.sites.get(state)!.recording(options.idOf(state.site), state.root && indexes.get(state.root), indexOf(indexes, sourceOf(state)))),
            clients: [...this.clients].map(([group, recorder]) => recorder.recording(options.idOf(group.located.site))),
            outages: this.outages.recordings(),
            marks: [...this.marks, ...judgements.map(judgement => judgementMark(judgement, duration, options.textOf(judgement.expectation)))].sort((a, b) => a.at - b.at),
            headline: [...lastClientText(result)],
            compliance: complianceRecording(result, world, options.idOf),
            changes: this.changes,
            samples: this.sampler?.result(({ site }) => options.idOf(site)) ?? { interval: Math.max(duration, 1), cannotScan: [], upToDate: [], links: [] }
        };
    }

    private start(world: World): void {
        this.world = world;
        world.sites.forEach(site => this.sites.set(site, new SiteRecorder(site)));
        world.groups.forEach(group => this.clients.set(group, new ClientRecorder(group)));
        this.clientsOf = Map.groupBy(world.groups, group => group.assigned.root);
        const clients = [...this.clients.values()];
        this.sampler = new Sampler(world, this.options.duration, time => clients.reduce((sum, recorder) => sum + recorder.count(time), 0));
    }

    private record({ time, details }: TraceEntry, world: World, site: SiteState | undefined): void {
        switch (details.kind) {
            case 'event':
                this.outages.observe(time, details.action);
                this.mark({ at: time, kind: 'event', text: actionText(details.action), part: this.partOfAction(details.action) });
                if (['set', 'policy', 'expire', 'withdraw'].includes(details.action.kind)) {
                    this.changes.push({ at: time, text: actionText(details.action), part: this.partOfAction(details.action) });
                }
                // The entry of a changed setting does not name a site.
                return 'server' in details.action ? world.serversNamed(details.action.server).forEach(server => this.changedSites.add(server.site)) : undefined;
            case 'event-refused': return this.mark({ at: time, kind: 'refused', text: entryText(details), part: this.partOfAction(details.action) });
            case 'notification-sent': {
                const child = world.sitesByCode.get(details.to);
                if (child) {
                    this.sites.get(child)!.notificationSent(details.waits > 0);
                    this.changedSites.add(child);
                }
                return;
            }
            case 'sync-done': return details.changed && site?.isRoot ? this.clientsOf.get(site)?.forEach(group => this.changedClients.add(group)) : undefined;
            case 'scanned':
            case 'scan-failed': {
                const group = world.groupsByName.get(details.group);
                return group && void this.changedClients.add(group);
            }
            default:
        }
    }

    private mark(mark: Mark): void {
        this.marks.push(mark);
    }

    private sample(): void {
        const time = this.world?.time ?? 0;
        this.changedSites.forEach(site => this.sites.get(site)!.sample(time));
        this.changedClients.forEach(group => this.clients.get(group)!.sample(time));
        this.sampledAt = undefined;
        this.changedSites.clear();
        this.changedClients.clear();
    }

    private partOfAction(action: Action): string | undefined {
        switch (action.kind) {
            case 'fail':
            case 'restore': return this.partOf(action.target);
            case 'set':
            case 'import': return this.partOf({ kind: 'server', name: action.server });
            case 'synchronize': return this.partOf({ kind: 'link', site: action.site });
            case 'publish':
            case 'expire':
            case 'withdraw':
            case 'policy': return undefined;
        }
    }

    private partOf(target: Target): string | undefined {
        const { world, options } = this;
        if (target.kind === 'microsoft-update') {
            return undefined;
        }
        if (target.kind === 'link') {
            const site = world?.sitesByCode.get(target.site);
            return site && options.idOf(site.site);
        }
        if (target.kind === 'connection') {
            const [end] = target.ends.filter(({ kind }) => kind === 'server' || kind === 'site');
            return end && this.partOf(end.kind === 'site' ? { kind: 'link', site: end.name } : { kind: 'server', name: end.name });
        }
        const [host] = world?.hierarchy.serversByName.get(target.name) ?? [];
        return host && options.idOf(host);
    }
}

/** The site with the software update point that the clients of a site use. */
function sourceOf(state: SiteState): SiteState | undefined {
    let source: SiteState | undefined = state;
    while (source && !source.active) {
        source = source.parent;
    }
    return source;
}

const indexOf = (indexes: ReadonlyMap<SiteState, number>, state: SiteState | undefined): number | undefined => state && indexes.get(state);
