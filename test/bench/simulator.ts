// How long a month of synchronization and scans takes to simulate, compared with the minimum for as many events: to put each into a queue
// and take it out again. Prints the measurements, which scripts/bench/simulator.mjs turns into a section.
import process from 'node:process';
import { Queue } from '../../simulation/src/engine/queue.js';
import { Simulation } from '../../simulation/src/simulate.js';
import { TraceCollector } from '../../simulation/src/trace/collector.js';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { Random } from '../support/random.js';
import { median } from './quantile.js';

const month = 30 * 24 * 60;
const tenYears = 3_650 * 24 * 60;

/** Events that wait for their time for each site: the next scans of the eight parts of its clients, and its next synchronization. */
const waitingPerSite = 9;

/** The milliseconds of processor time that the work takes, so that other processes on the machine do not change the ratio. */
function timed(work: () => void): number {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1_000;
}

function simulateMonth(sites: number): { milliseconds: number; events: number } {
    const hierarchy = largeHierarchy(sites);
    let events = 0;
    const milliseconds = timed(() => {
        const simulation = new Simulation(hierarchy, { element: 'scenario', title: undefined, duration: month, seed: 1, assumptions: {}, events: [], expectations: [] }, { seed: 1 });
        while (!simulation.advance(100_000));
        events = simulation.result().events;
    });
    return { milliseconds, events };
}

/** The milliseconds to pass events at random times through a queue that always holds `waiting` of them. */
function passThroughQueue(events: number, waiting: number): number {
    const random = new Random(1);
    const delays = Array.from({ length: 4_096 }, () => random.between(1, month));
    return timed(() => {
        const queue = new Queue<{ readonly order: number; readonly number: number }>();
        let number = 0;
        const push = (time: number): void => queue.push({ order: time + delays[number & 4_095]!, number: number++ });
        while (number < waiting) {
            push(0);
        }
        while (number < events) {
            push(queue.pop()!.order);
        }
    });
}

/** The highest memory in use, in megabytes, while a site without a source tries to synchronize each minute for ten years, with its log collected. */
function memoryOfRetries(): { events: number; megabytes: number } {
    const simulation = new Simulation(largeHierarchy(3), {
        element: 'scenario', title: undefined, duration: tenYears, seed: 1, assumptions: { retryInterval: 1 }, expectations: [],
        events: [{ element: 'event', at: 5, action: { kind: 'fail', target: { kind: 'microsoft-update' }, duration: undefined } }]
    }, { seed: 1, observers: [new TraceCollector()] });
    let megabytes = 0;
    while (!simulation.advance(100_000)) {
        megabytes = Math.max(megabytes, process.memoryUsage().rss / 1_000_000);
    }
    return { events: simulation.result().events, megabytes };
}

// The memory is measured before anything else, since a process returns little of what it has used.
const retries = memoryOfRetries();

// Warm-up: the benchmark measures compiled code, not the compiler.
for (let i = 0; i < 3; i++) {
    passThroughQueue(simulateMonth(1_000).events, 1_000 * waitingPerSite);
}
const runs = 3;
const measurements = [100, 1_000, 10_000].map(sites => {
    const months = Array.from({ length: runs }, () => simulateMonth(sites));
    const { events } = months[0]!;
    const floors = Array.from({ length: runs }, () => passThroughQueue(events, sites * waitingPerSite));
    return { sites, events, simulation: median(months.map(({ milliseconds }) => milliseconds)), floor: median(floors) };
});

console.log(JSON.stringify({ runs, measurements, retries }));
