// @ts-check
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { cache, root } from '../project.mjs';

/**
 * Runs test/bench/NAME.ts as a program of its own, and gives what it prints.
 * @param {string} name
 * @param {boolean} profile Whether a CPU profile is written besides.
 * @returns {Promise<unknown>}
 */
export async function runBench(name, profile) {
    const outfile = join(cache, 'bench', `${name}.mjs`);
    await build({
        entryPoints: [join(root, 'test', 'bench', `${name}.ts`)], outfile, bundle: true, format: 'esm', platform: 'node', sourcemap: 'inline', logLevel: 'warning',
        external: ['playwright-core'], jsx: 'automatic', jsxImportSource: 'preact'
    });
    const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${join(cache, 'bench')}`] : [];
    return JSON.parse(execFileSync(process.execPath, [...flags, outfile], { encoding: 'utf8', cwd: root, maxBuffer: 64 * 1024 * 1024 }));
}
