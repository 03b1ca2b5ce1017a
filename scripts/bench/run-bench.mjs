// @ts-check
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { cache, root, ScriptError } from '../project.mjs';

/**
 * Bundles test/bench/NAME.ts as a program, and returns its path.
 * @param {string} name
 * @param {readonly string[]} external Packages that are loaded from node_modules instead.
 */
export async function buildBench(name, external = []) {
    const outfile = join(cache, 'bench', `${name}.mjs`);
    await build({
        entryPoints: [join(root, 'test', 'bench', `${name}.ts`)], outfile, bundle: true, format: 'esm', platform: 'node', sourcemap: 'inline', logLevel: 'warning',
        // jsonc-parser's `main` is a UMD file whose imports esbuild cannot resolve.
        mainFields: ['module', 'main'], external: ['playwright-core', ...external], jsx: 'automatic', jsxImportSource: 'preact'
    });
    return outfile;
}

/**
 * Runs test/bench/NAME.ts as a program, and returns the JSON that it prints. Its progress, on stderr, is shown at once.
 * @param {string} name
 * @param {boolean} profile Whether to write a CPU profile as well.
 * @param {readonly string[]} args
 * @returns {Promise<unknown>}
 */
export async function runBench(name, profile, args = []) {
    const outfile = await buildBench(name);
    const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${join(cache, 'bench')}`] : [];
    const stdio = /** @type {const} */ (['ignore', 'pipe', 'inherit']);
    return JSON.parse(printed(() => execFileSync(process.execPath, [...flags, outfile, ...args], { encoding: 'utf8', cwd: root, stdio: [...stdio], maxBuffer: 64 * 1024 * 1024 }), name));
}

/**
 * The output of a program. If the program fails, it has already shown the reason on stderr.
 * @param {() => string} run
 * @param {string} name
 */
function printed(run, name) {
    try {
        return run();
    } catch (error) {
        throw error instanceof Error && 'status' in error ? new ScriptError(`The measurement "${name}" failed: exit code ${error.status ?? 'none, because of a signal'}.`) : error;
    }
}
