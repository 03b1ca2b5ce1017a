import { scansOnNewCatalog } from '@sup/model';
import type { ClientGroupState, CohortState, WaveShape } from '../world/state.js';
import { cohortsOfGroup, startedShare, waveEdges } from '../world/waves.js';
import type { World } from '../world/world.js';
import { scan } from './scan.js';

/**
 * Schedules the scans of a group that has just received its first policy. Each client receives the policy at its next poll, and starts its
 * first scan after a random delay; each later scan is due one interval after the first one, again with a random delay. Source: "About
 * Software Updates Compliance Assessment" (ConfigMgr 2007 library).
 */
export function startWaves(world: World, group: ClientGroupState): void {
    const { policyInterval, scanSpread } = world.assumed;
    group.waves = { from: world.time, first: shape(world, [policyInterval, scanSpread]), later: shape(world, [policyInterval, scanSpread, scanSpread]) };
    world.each(group.cohorts, cohort => {
        world.schedule(world.time + group.waves!.first.edges[cohort.number]!, 'client', group.located, startWave, cohort);
    });
}

/** Schedules the scans of a group that has scanned for weeks, evenly spread over the scan interval. */
export function continueWaves(world: World, group: ClientGroupState): void {
    const { scanInterval } = world.assumed;
    const even: WaveShape = { edges: Array.from({ length: cohortsOfGroup + 1 }, (_, i) => Math.floor(i * scanInterval / cohortsOfGroup)), periods: undefined };
    group.waves = { from: 0, first: even, later: even };
    noteLongWaves(world, even);
    for (const cohort of group.cohorts) {
        world.scheduleUnprompted(even.edges[cohort.number]!, 'client', group.located, startWave, cohort);
    }
}

/** Lets all clients scan besides their schedule if the assumptions are that a new catalog starts scans. */
export function scanForNewCatalog(world: World, group: ClientGroupState): void {
    const { policyInterval, scanSpread } = world.assumed;
    if (scansOnNewCatalog(world.assumed)) {
        const starts = shape(world, [policyInterval, scanSpread]);
        const from = world.time;
        world.each(group.cohorts, cohort => world.schedule(from + starts.edges[cohort.number]!, 'client', group.located, scanInWave, { cohort, from, shape: starts }));
    }
}

function shape(world: World, periods: readonly number[]): WaveShape {
    const known = world.waveShapes.get(periods.length) ?? { edges: waveEdges(periods), periods };
    world.waveShapes.set(periods.length, known);
    noteLongWaves(world, known);
    return known;
}

/** Notes whether parts of a group start over so long a time that something can change for them in between. */
function noteLongWaves(world: World, { edges }: WaveShape): void {
    world.hasLongWaves ||= edges.some((edge, i) => i > 0 && edge - edges[i - 1]! > 2 * world.assumed.policyInterval);
}

function startWave(world: World, cohort: CohortState): void {
    const { group, number } = cohort;
    const wave = cohort.wave++;
    const { from, first, later } = group.waves!;
    const start = from + wave * world.assumed.scanInterval;
    world.scheduleUnprompted(start + world.assumed.scanInterval + later.edges[number]!, 'client', group.located, startWave, cohort);
    scanInWave(world, { cohort, from: start, shape: wave === 0 ? first : later });
}

/** Clients whose last scan has failed try again at another rhythm, and do not take part. */
function scanInWave(world: World, { cohort, from, shape: { edges, periods } }: { cohort: CohortState; from: number; shape: WaveShape }): void {
    const { group, number } = cohort;
    if (cohort.scans.length > 0 || cohort.isPostponed) {
        if (!group.isSkipping) {
            group.isSkipping = true;
            group.lastEntry = world.report({ site: group.located, component: 'Client', severity: 'warning', details: { kind: 'scan-skipped', group: group.name }, elements: [group.element] });
        }
        return;
    }
    cohort.waveVersion = undefined;
    const startedBy = periods && ((time: number) => Math.min(1, Math.max(0, startedShare(periods.filter(each => each > 0), time - from) * cohortsOfGroup - number)));
    scan(world, { cohort, clients: cohort.count - cohort.failed, to: from + edges[number + 1]!, isRetry: false, startedBy });
}
