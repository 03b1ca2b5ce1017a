// @ts-check
import { runBench } from './run-bench.mjs';
import { count, machine } from './words.mjs';

/** @typedef {{ sites: number, events: number, simulation: number, floor: number }} Measurement */

/** How long a month takes to simulate. */
export const simulator = {
    name: 'simulator',
    /** @param {{ profile: boolean }} options */
    async section({ profile }) {
        const { runs, measurements } = /** @type {{ runs: number, measurements: readonly Measurement[] }} */ (await runBench('simulator', profile));
        const rows = measurements.map(({ sites, events, simulation, floor }) =>
            `| ${count(sites)} | ${count(events)} | ${simulation.toFixed(0)} ms | ${floor.toFixed(0)} ms | ${(simulation / floor).toFixed(1)} | ${(simulation * 1000 / events).toFixed(2)} µs |`);
        return `## The simulator

Thirty days of a hierarchy in which every site has a software update point and a hundred clients: synchronization each day, scans each
week, the propagation of updates measured. The floor is what any simulation of as many events needs: each is put into a queue and taken
out again. Medians of ${runs} runs; ${machine()}.

| Sites | Events | Simulation | Floor | Ratio | Each event |
| ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
    }
};
