import type { ClientGroupState, CohortState, Waves } from '../world/state.js';
import { cohortsOfGroup, waveEdges } from '../world/waves.js';
import type { World } from '../world/world.js';
import { scan } from './scan.js';

/**
 * Schedules the scans of a group that has just received its first policy. Each client receives the policy at its next poll, and starts its
 * first scan after a random delay; each later scan is due one interval after the first one, again with a random delay. Source: "About
 * Software Updates Compliance Assessment" (ConfigMgr 2007 library).
 */
export function startWaves(world: World, group: ClientGroupState): void {
    const { policyInterval, scanSpread } = world.assumed;
    group.waves = { from: world.time, first: edges(world, [policyInterval, scanSpread]), later: edges(world, [policyInterval, scanSpread, scanSpread]) };
    world.each(group.cohorts, cohort => {
        const [from, to] = spanOf(world, group.waves!, cohort.number, 0);
        world.schedule(from, 'client', group.located, startWave, { cohort, to, next: 1 });
    });
}

/** Schedules the scans of a group that has scanned for weeks, evenly spread over the scan interval. */
export function continueWaves(world: World, group: ClientGroupState): void {
    const { scanInterval } = world.assumed;
    const even = Array.from({ length: cohortsOfGroup + 1 }, (_, i) => Math.floor(i * scanInterval / cohortsOfGroup));
    group.waves = { from: 0, first: even, later: even };
    for (const cohort of group.cohorts) {
        world.scheduleUnprompted(even[cohort.number]!, 'client', group.located, startWave, { cohort, to: even[cohort.number + 1]!, next: 1 });
    }
}

/** Lets all clients scan besides their schedule if the assumptions are that a new catalog starts scans. */
export function scanForNewCatalog(world: World, group: ClientGroupState): void {
    const { policyInterval, scanSpread, newCatalogScans } = world.assumed;
    if (newCatalogScans === 1) {
        const starts = edges(world, [policyInterval, scanSpread]);
        world.each(group.cohorts, cohort => world.schedule(world.time + starts[cohort.number]!, 'client', group.located, scanInWave, { cohort, to: world.time + starts[cohort.number + 1]! }));
    }
}

function edges(world: World, periods: readonly number[]): readonly number[] {
    const key = periods.length;
    const known = world.waveEdges.get(key) ?? waveEdges(periods);
    world.waveEdges.set(key, known);
    return known;
}

/** The minutes between which the clients of a part start in a wave. */
function spanOf({ assumed }: World, { from, first, later }: Waves, part: number, wave: number): readonly [number, number] {
    const starts = wave === 0 ? first : later;
    const start = from + wave * assumed.scanInterval;
    return [start + starts[part]!, start + starts[part + 1]!];
}

function startWave(world: World, { cohort, to, next }: { cohort: CohortState; to: number; next: number }): void {
    const { group } = cohort;
    const [from, end] = spanOf(world, group.waves!, cohort.number, next);
    world.scheduleUnprompted(from, 'client', group.located, startWave, { cohort, to: end, next: next + 1 });
    scanInWave(world, { cohort, to });
}

/** Clients whose last scan has failed try again at another rhythm, and do not take part. */
function scanInWave(world: World, { cohort, to }: { cohort: CohortState; to: number }): void {
    const { group } = cohort;
    if (cohort.scan || cohort.isPostponed) {
        if (!group.isSkipping) {
            group.isSkipping = true;
            group.lastEntry = world.report({ site: group.located, component: 'Client', severity: 'warning', details: { kind: 'scan-skipped', group: group.name }, elements: [group.element] });
        }
        return;
    }
    cohort.waveVersion = undefined;
    scan(world, { cohort, clients: cohort.count - cohort.failed, to, isRetry: false });
}
