import { createHash } from 'node:crypto';
import { Run, TraceCollector } from '@sup/simulation';
import { Random } from './random.js';
import { randomHierarchy } from './random-hierarchy.js';
import { randomScenario } from './random-scenario.js';
import { traceText } from './traces.js';

/** Computes a digest of many random runs, which must be identical on every machine. */
export function traceDigest(): string {
    const hash = createHash('sha256');
    for (let seed = 1; seed <= 200; seed++) {
        const random = new Random(seed);
        const hierarchy = randomHierarchy(random);
        const collector = new TraceCollector();
        new Run(hierarchy, randomScenario(random, hierarchy), { seed, observers: [collector] }).finish();
        hash.update(traceText(collector.entries));
    }
    return hash.digest('hex');
}
