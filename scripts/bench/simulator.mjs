// @ts-check
import { runBench } from './run-bench.mjs';
import { count, machine } from './words.mjs';

/** @typedef {{ sites: number, events: number, simulation: number, floor: number }} Measurement */

/** The time to simulate a month. */
export const simulator = {
    name: 'simulator',
    /** @param {{ profile: boolean }} options */
    async section({ profile }) {
        const { runs, measurements } = /** @type {{ runs: number, measurements: readonly Measurement[] }} */ (await runBench('simulator', profile));
        const rows = measurements.map(({ sites, events, simulation, floor }) =>
            `| ${count(sites)} | ${count(events)} | ${simulation.toFixed(0)} ms | ${floor.toFixed(0)} ms | ${(simulation / floor).toFixed(1)} | ${(simulation * 1000 / events).toFixed(2)} µs |`);
        return `## The simulator

Thirty days of a hierarchy in which every site has a software update point and a hundred clients: a synchronization each day, a scan each
week, and the propagation of updates measured. The floor is the least that any simulation with as many events needs: it puts each event into a
queue and takes it out again. Medians of ${runs} runs; ${machine()}.

| Sites | Events | Simulation | Floor | Ratio | Each event |
| ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
    }
};
