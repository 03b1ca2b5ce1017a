import { describe, expect, test } from 'vitest';
import { assembleHierarchy, type Hierarchy, type Scenario } from '@sup/model';
import { Run, simulate, TraceCollector } from '@sup/simulation';
import { Invariants } from '../support/invariants.js';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { Random } from '../support/random.js';
import { randomHierarchy, shuffled } from '../support/random-hierarchy.js';
import { randomScenario } from '../support/random-scenario.js';
import { byRunLength } from '../support/run-length.js';
import { traceText } from '../support/traces.js';

// Properties that hold in every run of every hierarchy. A failure names the seed that reproduces it.

const seeds = Array.from({ length: byRunLength({ short: 500, long: 10_000 }) }, (_, i) => i + 1);

interface Case {
    readonly random: Random;
    readonly hierarchy: Hierarchy;
    readonly scenario: Scenario;
}

function caseOf(seed: number): Case {
    const random = new Random(seed);
    const hierarchy = randomHierarchy(random);
    return { random, hierarchy, scenario: randomScenario(random, hierarchy) };
}

function textOf(hierarchy: Hierarchy, scenario: Scenario): string {
    const collector = new TraceCollector();
    new Run(hierarchy, scenario, { seed: 1, observers: [collector] }).finish();
    return traceText(collector.entries);
}

function withoutSchedule({ sites }: Hierarchy): Hierarchy {
    return assembleHierarchy(undefined, sites.map(site => ({ ...site, synchronizations: site.synchronizations.map(settings => ({ ...settings, schedule: undefined })) })));
}

/** Properties that need separate runs are each tested with an eighth of the seeds. */
const chosen = (share: number): readonly number[] => seeds.filter(seed => seed % 8 === share);

describe('random hierarchies', () => {
    test('every random hierarchy satisfies the invariants of versions, causes, runs and clients at every moment', () => {
        for (const seed of seeds) {
            const { hierarchy, scenario } = caseOf(seed);
            const invariants = new Invariants();
            const run = new Run(hierarchy, scenario, { seed: 1, observers: [invariants] }).finish();
            expect(invariants.violation, `seed ${seed}`).toBeUndefined();
            expect(run.isExhausted, `seed ${seed}`).toBe(false);
        }
    });

    test('two runs of one scenario produce identical traces', () => {
        for (const seed of chosen(0)) {
            const { hierarchy, scenario } = caseOf(seed);
            expect(textOf(hierarchy, scenario), `seed ${seed}`).toBe(textOf(hierarchy, scenario));
        }
    });

    test('the trace does not depend on the order of declarations', () => {
        for (const seed of chosen(1)) {
            const { random, hierarchy, scenario } = caseOf(seed);
            expect(textOf(shuffled(random, hierarchy), scenario), `seed ${seed}`).toBe(textOf(hierarchy, scenario));
        }
    });

    test('the trace of a run is a prefix of the trace of every longer run', () => {
        for (const seed of chosen(2)) {
            const { random, hierarchy, scenario } = caseOf(seed);
            const longer = { ...scenario, duration: scenario.duration! + random.between(1, 3_000) };
            expect(textOf(hierarchy, longer).startsWith(textOf(hierarchy, scenario)), `seed ${seed}`).toBe(true);
        }
    });

    test('the parts of a propagation are positive and add up', () => {
        let counted = 0;
        for (const seed of chosen(4)) {
            const random = new Random(seed);
            const hierarchy = largeHierarchy(random.between(1, 12));
            const scenario = { ...randomScenario(random, hierarchy), assumptions: { scanInterval: 240, publishInterval: 360 } };
            const { propagation } = simulate(hierarchy, scenario, { seed: 1 });
            const parts = propagation?.parts.map(({ minutes }) => minutes) ?? [];
            expect(parts.reduce((sum, minutes) => sum + minutes, 0), `seed ${seed}`).toBe(propagation?.minutes ?? 0);
            expect(parts.every(minutes => minutes > 0), `seed ${seed}`).toBe(true);
            counted += parts.length > 0 ? 1 : 0;
        }
        expect(counted).toBeGreaterThan(seeds.length / 20);
    });

    test('a run without events and schedules reports only the configuration of WSUS', () => {
        for (const seed of chosen(3)) {
            const { hierarchy, scenario } = caseOf(seed);
            const collector = new TraceCollector();
            new Run(withoutSchedule(hierarchy), { ...scenario, events: [], assumptions: {} }, { seed: 1, observers: [collector] }).finish();
            expect(collector.entries.filter(({ details }) => details.kind !== 'configured' && details.kind !== 'configuration-failed'), `seed ${seed}`).toEqual([]);
        }
    });
});
