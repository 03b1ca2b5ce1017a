// @ts-check
// `npm run bench`: measures the simulator, and writes what it finds into docs/performance.md. `--profile` writes a CPU profile besides.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { cache, root, script } from './project.mjs';

/** @typedef {{ sites: number, events: number, simulation: number, floor: number }} Measurement */

const page = join(root, 'docs', 'performance.md');
const title = '# Performance\n';

await script(async () => {
    const { values: { profile } } = parseArgs({ options: { profile: { type: 'boolean', default: false } } });
    const outfile = join(cache, 'bench', 'simulator.mjs');
    await build({ entryPoints: [join(root, 'test', 'bench', 'simulator.ts')], outfile, bundle: true, format: 'esm', platform: 'node', sourcemap: 'inline', logLevel: 'warning' });
    const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${join(cache, 'bench')}`] : [];
    const section = simulatorSection(JSON.parse(execFileSync(process.execPath, [...flags, outfile], { encoding: 'utf8' })));
    console.log(section);
    writeFileSync(page, withSection(existsSync(page) ? readFileSync(page, 'utf8') : title, 'simulator', section));
});

/**
 * @param {{ runs: number, measurements: readonly Measurement[] }} result
 * @returns {string}
 */
function simulatorSection({ runs, measurements }) {
    const rows = measurements.map(({ sites, events, simulation, floor }) =>
        `| ${count(sites)} | ${count(events)} | ${simulation.toFixed(0)} ms | ${floor.toFixed(0)} ms | ${(simulation / floor).toFixed(1)} | ${(simulation * 1000 / events).toFixed(2)} µs |`);
    return `## The simulator

Thirty days of a hierarchy in which every site has a software update point and a hundred clients: synchronization each day, scans each
week, the propagation of updates measured. The floor is what any simulation of as many events needs: each is put into a queue and taken
out again. Medians of ${runs} runs; Node ${process.versions.node}, ${arch()}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}.

| Sites | Events | Simulation | Floor | Ratio | Each event |
| ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
}

/** @param {number} value */
function count(value) {
    return value.toLocaleString('en');
}

/**
 * The page with one section replaced, or added at its end. Comments mark where sections begin and end.
 * @param {string} text
 * @param {string} name
 * @param {string} section
 */
function withSection(text, name, section) {
    const [begin, end] = [`<!-- begin ${name}: written by npm run bench -->\n`, `<!-- end ${name} -->\n`];
    const from = text.indexOf(begin);
    const block = begin + section + end;
    return from < 0 ? `${text}\n${block}` : text.slice(0, from) + block + text.slice(text.indexOf(end) + end.length);
}
