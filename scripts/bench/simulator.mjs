// @ts-check
import { runBench } from './run-bench.mjs';
import { count, machine } from './words.mjs';

/** @typedef {{ sites: number, events: number, simulation: number, floor: number }} Measurement */

/** The time to simulate a month. */
export const simulator = {
    name: 'simulator',
    /** @param {{ profile: boolean }} options */
    async section({ profile }) {
        const { runs, measurements, retries } = /** @type {{ runs: number, measurements: readonly Measurement[], retries: { events: number, megabytes: number } }} */ (await runBench('simulator', profile));
        const rows = measurements.map(({ sites, events, simulation, floor }) =>
            `| ${count(sites)} | ${count(events)} | ${simulation.toFixed(0)} ms | ${floor.toFixed(0)} ms | ${(simulation / floor).toFixed(1)} | ${(simulation * 1000 / events).toFixed(2)} µs |`);
        return `## The simulator

Thirty days of a hierarchy in which every site has a software update point and a hundred clients: a synchronization each day, a scan each
week, the load on links and servers, and the propagation of updates measured. The floor is the least that any simulation with as many
events needs: it puts each event into a queue and takes it out again, while as many others wait as there are parts of client groups
and sites. Medians of the processor time of ${runs} runs; ${machine()}.

| Sites | Events | Simulation | Floor | Ratio | Each event |
| ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

A top site that tries to synchronize each minute for ten years (${count(retries.events)} events) takes at most ${retries.megabytes.toFixed(0)} MB, of which the
collected part of the log is the most.
`;
    }
};
