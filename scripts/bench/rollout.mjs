// @ts-check
import { runBench } from './run-bench.mjs';
import { count, machine } from './words.mjs';

/** @typedef {{ sites: number, changes: number, steps: number, checkedPlans: number, total: number, tasks: Readonly<Record<string, number>> }} Measurement */

/** The time to order a rollout. */
export const rollout = {
    name: 'rollout',
    /** @param {{ profile: boolean }} options */
    async section({ profile }) {
        const { runs, measurements } = /** @type {{ runs: number, measurements: readonly Measurement[] }} */ (await runBench('rollout', profile));
        const seconds = (/** @type {number | undefined} */ milliseconds) => `${((milliseconds ?? 0) / 1_000).toFixed(1)} s`;
        const rows = measurements.map(({ sites, changes, steps, checkedPlans, total, tasks }) =>
            `| ${count(sites)} | ${count(changes)} | ${count(steps)} | ${count(checkedPlans)} | ${seconds(total)} | ${seconds(tasks['ordering'])} | ${seconds(tasks['explaining'])} | ${seconds(tasks['simulating'])} |`);
        return `## Rollouts

Ordering the changes of a rollout that concerns every site: from SP1 with WSUS 3.0 SP1, in mixed mode without SSL, to SP2 in native mode, with Windows 7
in the products. Medians of the processor time of ${runs} runs, and one run
at 10,000 sites; ${machine()}.

| Sites | Changes | Steps | Plans checked | Processor time | Order | Reasons | Descriptions |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
    }
};
