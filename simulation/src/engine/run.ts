import { assume, type Assumptions, type Hierarchy, type Scenario } from '@sup/model';
import { scheduleEvents } from '../events/apply-event.js';
import { startSchedule } from '../steps/schedule.js';
import { scheduleInitialConfiguration } from '../steps/verify-settings.js';
import { buildWorld } from '../world/build-world.js';
import type { Observer, World } from '../world/world.js';

export interface RunOptions {
    /** Assumptions of the configuration; those of the scenario count before them. */
    readonly assumptions?: Partial<Assumptions>;
    /** Used where the scenario has no seed of its own; without either it is {@link defaultSeed}. */
    readonly seed?: number | undefined;
    /** After so many events the run is given up: an assumption of one minute in ten thousand sites for ten years would never end. */
    readonly budget?: number | undefined;
    /** Hear of everything that happens. What they keep is theirs; the run itself keeps nothing that grows with its length. */
    readonly observers?: readonly Observer[];
}

export const defaultSeed = 1;
export const defaultBudget = 50_000_000;

/** What is simulated of a scenario. Its expectations are judged by an observer. */
export type RunInput = Pick<Scenario, 'duration' | 'seed' | 'assumptions' | 'events'>;

/**
 * A simulation under way. It is advanced in portions, so that whoever runs it can show progress, answer others in between, or stop. The
 * same hierarchy, course and options give the same events, in the same order, everywhere.
 */
export class Run {
    readonly world: World;
    /** Minutes. */
    readonly duration: number;
    private readonly budget: number;
    private state: 'running' | 'ended' | 'exhausted' = 'running';

    constructor(hierarchy: Hierarchy, course: RunInput, options: RunOptions) {
        const { assumptions, seed = defaultSeed, budget = defaultBudget, observers = [] } = options;
        this.world = buildWorld(hierarchy, assume(assumptions ?? {}, course.assumptions), course.seed ?? seed);
        this.world.observers.push(...observers);
        this.duration = course.duration ?? 0;
        this.budget = budget;
        for (const site of this.world.sites) {
            scheduleInitialConfiguration(this.world, site);
            if (site.isRoot) {
                startSchedule(this.world, site);
            }
        }
        scheduleEvents(this.world, course.events);
    }

    /** Handles some events; true when the run is over. */
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

    /** Runs to the end, in one go. */
    finish(): this {
        while (!this.advance(100_000));
        return this;
    }

    /** Whether it was given up before its end. */
    get isExhausted(): boolean {
        return this.state === 'exhausted';
    }
}
