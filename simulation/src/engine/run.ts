import { assume, type Assumptions, type Hierarchy, type Scenario, startsSettled } from '@sup/model';
import { scheduleEvents } from '../events/apply-event.js';
import { schedulePlannedImports } from '../steps/planned-imports.js';
import { startSchedule } from '../steps/schedule.js';
import { startSettled } from '../steps/start-settled.js';
import { scheduleInitialConfiguration } from '../steps/verify-settings.js';
import { buildWorld } from '../world/build-world.js';
import type { Observer, World } from '../world/world.js';

export interface RunOptions {
    /** Assumptions from the configuration; those of the scenario override them. */
    readonly assumptions?: Partial<Assumptions>;
    /** The seed for scenarios that do not declare one; defaults to {@link defaultSeed}. */
    readonly seed?: number | undefined;
    /** The run stops after this many events: an interval of one minute in ten thousand sites over ten years would never end. */
    readonly budget?: number | undefined;
    /** Observers receive every trace entry. The run itself stores nothing that grows with its length. */
    readonly observers?: readonly Observer[];
}

export const defaultSeed = 1;
const defaultBudget = 50_000_000;

/** The parts of a scenario that drive a run. An observer judges its expectations. */
export type RunInput = Pick<Scenario, 'duration' | 'seed' | 'assumptions' | 'events'>;

/**
 * A simulation in progress. It advances in chunks, so that the caller can report progress, handle other requests in between, or cancel.
 * The same hierarchy, input and options produce the same events in the same order on every machine.
 */
export class Run {
    readonly world: World;
    /** In minutes. */
    readonly duration: number;
    private readonly budget: number;
    private state: 'running' | 'ended' | 'exhausted' = 'running';

    constructor(hierarchy: Hierarchy, input: RunInput, options: RunOptions) {
        const { assumptions, seed = defaultSeed, budget = defaultBudget, observers = [] } = options;
        this.world = buildWorld(hierarchy, assume(assumptions ?? {}, input.assumptions), input.seed ?? seed);
        this.world.observers.push(...observers);
        this.duration = input.duration ?? 0;
        this.budget = budget;
        if (startsSettled(this.world.assumed)) {
            startSettled(this.world);
        }
        for (const site of this.world.sites) {
            scheduleInitialConfiguration(this.world, site);
            schedulePlannedImports(this.world, site, input.events);
            if (site.isRoot) {
                startSchedule(this.world, site);
            }
        }
        scheduleEvents(this.world, input.events);
    }

    /** Handles up to the given number of events; returns true when the run has ended. */
    advance(events: number): boolean {
        const { world } = this;
        for (let i = 0; i < events && this.state === 'running'; i++) {
            if (world.steps >= this.budget) {
                this.state = 'exhausted';
                world.report({ component: 'Simulator', severity: 'error', details: { kind: 'stopped', events: world.steps } }, undefined);
            } else if (!world.advance(this.duration)) {
                this.state = 'ended';
                world.time = this.duration;
            }
        }
        return this.state !== 'running';
    }

    /** Runs to the end without interruption. */
    finish(): this {
        while (!this.advance(100_000));
        return this;
    }

    /** Whether the run exceeded its event budget and stopped early. */
    get isExhausted(): boolean {
        return this.state === 'exhausted';
    }
}
