import type { Assumptions, Hierarchy, ModelElement } from '@sup/model';
import { Queue } from '../engine/queue.js';
import type { Component, EntrySeverity, TraceEntry, EntryDetails } from '../trace/entry.js';
import { MicrosoftUpdate } from './catalog.js';
import type { ClientGroupState, PointState, ServerState, SiteState } from './state.js';

/** Of events in one minute, which come first: what fails, then what travels, then configuration, synchronization, clients. */
export const phases = { fault: 0, link: 1, configuration: 2, synchronization: 3, client: 4, judgement: 5 } as const;

export type Phase = keyof typeof phases;

export type Step<S> = (world: World, subject: S) => void;

/** What is to happen at a moment, what it is about, and the trace entry that caused it. */
interface ScheduledStep {
    readonly order: number;
    readonly number: number;
    readonly time: number;
    readonly step: Step<unknown>;
    readonly subject: unknown;
    readonly cause: number | undefined;
}

/** Hears of everything that happens, at the moment it happens. */
export interface Observer {
    observe(entry: TraceEntry, world: World): void;
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

/** The hierarchy at one moment of the simulation, and what is still to happen. */
export class World {
    time = 0;
    /** Events handled so far. */
    steps = 0;
    readonly sites: SiteState[] = [];
    readonly sitesByCode = new Map<string, SiteState>();
    readonly servers = new Map<string, ServerState>();
    readonly points = new Map<string, PointState>();
    readonly groups: ClientGroupState[] = [];
    readonly groupsByName = new Map<string, ClientGroupState>();
    /** The sites where a synchronization is under way. */
    readonly running = new Set<SiteState>();
    /** The entry of the last thing that a scenario did to something, by the name of that. */
    readonly lastEventOn = new Map<string, number>();
    readonly microsoftUpdate: MicrosoftUpdate;
    readonly observers: Observer[] = [];
    private readonly queue = new Queue<ScheduledStep>();
    private scheduled = 0;
    private entryCount = 0;
    private cause: number | undefined;

    constructor(readonly hierarchy: Hierarchy, readonly assumed: Assumptions, readonly seed: number) {
        this.microsoftUpdate = new MicrosoftUpdate(assumed.publishInterval);
    }

    /** Makes an appointment. What has been said last is the cause of what happens then. */
    schedule<S>(time: number, phase: Phase, site: SiteState | undefined, step: Step<S>, subject: S): void {
        this.enqueue(time, phase, site, step, subject, this.cause);
    }

    /** Makes an appointment that comes about by itself: of a schedule, or of the scenario. */
    scheduleUnprompted<S>(time: number, phase: Phase, site: SiteState | undefined, step: Step<S>, subject: S): void {
        this.enqueue(time, phase, site, step, subject, undefined);
    }

    private enqueue<S>(time: number, phase: Phase, site: SiteState | undefined, step: Step<S>, subject: S, cause: number | undefined): void {
        // Time, phase, site: in this order, as the digits of one number. 2^23 minutes are sixteen years, 2^20 sites a million.
        const order = (time * 8 + phases[phase]) * 0x10_0000 + (site?.rank ?? 0);
        this.queue.push({ order, number: this.scheduled++, time, step: step as Step<unknown>, subject, cause });
    }

    /** Handles the next event up to a time; false when there is none. */
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

    /** Tells the observers. What follows in this step has this entry for its cause. */
    report({ site, component, status, severity = 'information', details, elements = [], because }: Report, cause: number | undefined = this.cause): number {
        const id = this.entryCount++;
        this.cause = id;
        const entry: TraceEntry = { id, time: this.time, cause, because, site: site?.site.code, component, status, severity, details, elements };
        for (const observer of this.observers) {
            observer.observe(entry, this);
        }
        return id;
    }

    /** Does several things that have one cause, none of them being the cause of the next. */
    each<T>(items: Iterable<T>, act: (item: T) => void): void {
        const { cause } = this;
        for (const item of items) {
            this.cause = cause;
            act(item);
        }
        this.cause = cause;
    }

    /** The server of a name, or all nodes of the cluster. */
    serversNamed(name: string): readonly ServerState[] {
        const server = this.servers.get(name);
        return server ? [server] : this.points.get(name)?.servers ?? [];
    }
}
