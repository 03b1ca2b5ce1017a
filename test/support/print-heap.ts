// Prints the heap size of a simulation after a tenth of its duration and at its end. Run in its own process, with --expose-gc.
import { Simulation } from '@sup/simulation';
import { largeHierarchy } from './large-hierarchy.js';

const days = 300;
const simulation = new Simulation(largeHierarchy(500), {
    element: 'scenario', title: undefined, duration: days * 24 * 60, seed: 1, assumptions: {}, events: [],
    expectations: [
        { element: 'expectation', claim: { kind: 'synchronized', sites: { kind: 'all' } }, when: { kind: 'within', duration: 1_440, of: '000' } },
        { element: 'expectation', claim: { kind: 'catalog-age', sites: { kind: 'all' }, atMost: 4_320 }, when: { kind: 'always' } }
    ]
}, { seed: 1 });

const heapAt = (share: number): number => {
    while (simulation.progress < share && !simulation.advance(1_000));
    globalThis.gc!();
    return process.memoryUsage().heapUsed;
};

const [early, late] = [heapAt(0.1), heapAt(1)];
console.log(JSON.stringify({ early, late, verdicts: simulation.result().judgements.map(({ verdict }) => verdict) }));
