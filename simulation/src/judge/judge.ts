import type { Expectation } from '@sup/model';
import type { TraceEntry } from '../trace/entry.js';
import type { CompletedScans } from '../world/state.js';
import type { Observer, World } from '../world/world.js';
import type { Judgement, Monitor } from './judgement.js';
import { ComplianceMonitor } from './compliance.js';
import { OccurrenceMonitor } from './occurrences.js';
import { StateMonitor } from './states.js';

/** Judges the expectations of a scenario during its run. */
export class Judge implements Observer {
    private readonly monitors: readonly Monitor[];
    private readonly everywhere: readonly Monitor[];
    private readonly bySite = new Map<string, Monitor[]>();

    constructor(world: World, expectations: readonly Expectation[], duration: number) {
        this.monitors = expectations.map(expectation => createMonitor(expectation, world, duration));
        this.everywhere = this.monitors.filter(({ sites }) => sites === undefined);
        for (const monitor of this.monitors) {
            for (const site of monitor.sites ?? []) {
                const monitors = this.bySite.get(site);
                if (monitors) {
                    monitors.push(monitor);
                } else {
                    this.bySite.set(site, [monitor]);
                }
            }
        }
    }

    observe(entry: TraceEntry): void {
        if (entry.site === undefined) {
            this.monitors.forEach(monitor => monitor.observe(entry));
        } else {
            this.everywhere.forEach(monitor => monitor.observe(entry));
            this.bySite.get(entry.site)?.forEach(monitor => monitor.observe(entry));
        }
    }

    scanned(scans: CompletedScans): void {
        this.monitors.forEach(monitor => monitor.scanned?.(scans));
    }

    /** Returns the judgements in the order of the expectations. Call it after the run has ended. */
    judgements(): readonly Judgement[] {
        return this.monitors.map(monitor => monitor.end());
    }
}

function createMonitor(expectation: Expectation, world: World, duration: number): Monitor {
    const { claim } = expectation;
    if (claim.kind === 'compliance') {
        return new ComplianceMonitor(expectation, claim, world, duration);
    }
    return claim.kind === 'synchronized' || claim.kind === 'status' || claim.kind === 'no-errors'
        ? new OccurrenceMonitor(expectation, claim, world, duration)
        : new StateMonitor(expectation, claim, world, duration);
}
