import { expect, test } from 'vitest';
import { plainScenario, Run, TraceCollector } from '@sup/simulation';
import type { Scenario } from '@sup/model';
import { largeHierarchy } from '../support/large-hierarchy.js';

/** The number of objects that can be reached from an object. */
function reachableFrom(root: object): number {
    const seen = new Set<object>([root]);
    for (const object of seen) {
        const parts = object instanceof Map ? [...object.keys(), ...object.values()] as unknown[] : object instanceof Set ? [...object] as unknown[] : Object.values(object) as unknown[];
        parts.forEach(part => typeof part === 'object' && part !== null && seen.add(part));
    }
    return seen.size;
}

const everyMinute: Scenario = {
    ...plainScenario(0), duration: 365 * 1440, assumptions: { retryInterval: 1 },
    events: [{ element: 'event', at: 5, action: { kind: 'fail', target: { kind: 'microsoft-update' }, duration: undefined } }]
};

test('a run that fails every minute for a year needs as many objects at its end as after its first days', () => {
    const run = new Run(largeHierarchy(3), everyMinute, {});
    const counts: number[] = [];
    while (!run.advance(20_000)) {
        counts.push(reachableFrom(run.world));
    }
    expect(run.world.sites[0]!.failures).toBeGreaterThan(500_000);
    expect(Math.max(...counts) - counts[0]!).toBeLessThan(100);
});

test('a log collector keeps copies of a fixed number of entries', () => {
    const collector = new TraceCollector(100);
    const kept = new Set<unknown>();
    const run = new Run(largeHierarchy(3), everyMinute, { observers: [collector, { observe: entry => [entry, entry.details, entry.elements].forEach(each => kept.add(each)) }] });
    run.advance(2_000);
    expect([collector.entries.length, collector.dropped > 1_000]).toEqual([100, true]);
    expect(collector.entries.flatMap(entry => [entry, entry.details, entry.elements]).filter(each => kept.has(each))).toEqual([]);
});
