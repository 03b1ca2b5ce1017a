import type { Assumptions, Hierarchy, ModelElement } from '@sup/model';
import { Queue } from '../engine/queue.js';
import type { Component, EntrySeverity, TraceEntry, EntryDetails } from '../trace/entry.js';
import { MicrosoftUpdate } from './catalog.js';
import { firstSynchronizationOf } from './settled.js';
import type { ClientGroupState, CompletedScans, PointState, ScanState, ServerState, SiteState, WaveShape } from './state.js';

/** The order of events within a minute: first faults, then transfers, configuration, synchronization, clients and judgements. */
export const phases = { fault: 0, link: 1, configuration: 2, synchronization: 3, client: 4, judgement: 5 } as const;

export type Phase = keyof typeof phases;

export type Step<S> = (world: World, subject: S) => void;

/** A step that is scheduled for a time, its subject, and the trace entry that caused it. */
interface ScheduledStep {
    readonly order: number;
    readonly number: number;
    readonly time: number;
    readonly step: Step<unknown>;
    readonly subject: unknown;
    readonly cause: number | undefined;
}

/** Receives every trace entry as it is reported. */
export interface Observer {
    observe(entry: TraceEntry, world: World): void;
    /** Receives the successful scans of some clients of a group. The trace has one entry for many of them. */
    scanned?(scans: CompletedScans, world: World): void;
}

export interface Report {
    readonly site?: SiteState | undefined;
    readonly component: Component;
    readonly status?: number;
    readonly severity?: EntrySeverity;
    readonly details: EntryDetails;
    readonly elements?: readonly ModelElement[];
    readonly because?: number | undefined;
}

/** The state of the hierarchy at one moment of the simulation, and the queue of scheduled steps. */
export class World {
    time = 0;
    /** The number of events handled so far. */
    steps = 0;
    readonly sites: SiteState[] = [];
    readonly sitesByCode = new Map<string, SiteState>();
    readonly servers = new Map<string, ServerState>();
    readonly points = new Map<string, PointState>();
    readonly groups: ClientGroupState[] = [];
    readonly groupsByName = new Map<string, ClientGroupState>();
    /** The sites with a synchronization in progress. */
    readonly running = new Set<SiteState>();
    /** The names between which events of the scenario block connections, each with the names on the other side. */
    readonly blocks = new Map<string, Set<string>>();
    /** The failures that last, by their targets, with the number of scans that had started before. */
    readonly outages = new Map<string, { readonly since: number; readonly attempts: number }>();
    /** The scans in progress. */
    readonly scans = new Set<ScanState>();
    /** Whether parts of client groups start their scans over a long time. */
    hasLongWaves = false;
    /** The shapes of the waves of scans, by the number of periods over which they spread. */
    readonly waveShapes = new Map<number, WaveShape>();
    /** The entry of the last scenario event that affected a part of the hierarchy, by the name of the part. */
    readonly lastEventOn = new Map<string, number>();
    readonly microsoftUpdate: MicrosoftUpdate;
    readonly observers: Observer[] = [];
    private readonly queue = new Queue<ScheduledStep>();
    private scheduled = 0;
    private entryCount = 0;
    private cause: number | undefined;

    constructor(readonly hierarchy: Hierarchy, readonly assumed: Assumptions, readonly seed: number) {
        this.microsoftUpdate = new MicrosoftUpdate(assumed.publishInterval, firstSynchronizationOf(hierarchy, assumed));
    }

    /** Schedules a step. The entry that was reported last is the cause of its entries. */
    schedule<S>(time: number, phase: Phase, site: SiteState | undefined, step: Step<S>, subject: S): void {
        this.enqueue(time, phase, site, step, subject, this.cause);
    }

    /** Schedules a step without a cause: one of a schedule or of the scenario. */
    scheduleUnprompted<S>(time: number, phase: Phase, site: SiteState | undefined, step: Step<S>, subject: S): void {
        this.enqueue(time, phase, site, step, subject, undefined);
    }

    private enqueue<S>(time: number, phase: Phase, site: SiteState | undefined, step: Step<S>, subject: S, cause: number | undefined): void {
        // Time, phase, site: in this order, as the digits of one number. 2^23 minutes are sixteen years, 2^20 sites a million.
        const order = (time * 8 + phases[phase]) * 0x10_0000 + (site?.rank ?? 0);
        this.queue.push({ order, number: this.scheduled++, time, step: step as Step<unknown>, subject, cause });
    }

    /** Handles the next event up to the given time; returns false if there is none. */
    advance(until: number): boolean {
        const next = this.queue.pop();
        if (!next) {
            return false;
        }
        if (next.time > until) {
            this.queue.push(next);
            return false;
        }
        this.time = next.time;
        this.cause = next.cause;
        this.steps++;
        next.step(this, next.subject);
        return true;
    }

    /** Reports an entry to the observers. It becomes the cause of everything that follows in this step. */
    report({ site, component, status, severity = 'information', details, elements = [], because }: Report, cause: number | undefined = this.cause): number {
        const id = this.entryCount++;
        this.cause = id;
        const entry: TraceEntry = { id, time: this.time, cause, because, site: site?.site.code, component, status, severity, details, elements };
        for (const observer of this.observers) {
            observer.observe(entry, this);
        }
        return id;
    }

    /** Passes successful scans to the observers. */
    scanned(scans: CompletedScans): void {
        for (const observer of this.observers) {
            observer.scanned?.(scans, this);
        }
    }

    /** Processes several items that share the current cause, so that no item becomes the cause of the next. */
    each<T>(items: Iterable<T>, act: (item: T) => void): void {
        const { cause } = this;
        for (const item of items) {
            this.cause = cause;
            act(item);
        }
        this.cause = cause;
    }

    /** Returns the server with a name, or all nodes of the cluster with that name. */
    serversNamed(name: string): readonly ServerState[] {
        const server = this.servers.get(name);
        return server ? [server] : this.points.get(name)?.servers ?? [];
    }
}
