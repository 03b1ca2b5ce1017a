// @ts-check
// Shared by the scripts: the project's folders, how to run a command in it, and its dependencies. Uses only Node's own modules and
// nothing newer than Node 20, because `npm start` and `npm test` load it before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Downloads and scratch folders, ignored by git and safe to delete. */
export const cache = join(root, '.cache');
/** Written by `npm run package`. */
export const vsix = join(root, 'dist', 'sup-topology.vsix');
/** The Node of `devDependencies`: the machine's own may be too old for the tools. */
export const projectNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** A failure that its message explains, so it is printed without a stack. */
export class ScriptError extends Error {}

/**
 * Runs a command with the project's own programs first on PATH, and gives its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { cwd = root, env = {} } = {}) {
    return new Promise((resolve, reject) => {
        const child = start(command, args, { cwd, env, stdio: 'inherit' });
        child.on('error', reject);
        child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
    });
}

/**
 * Runs the same way but keeps the output, both streams in the order in which they were written.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function captured(command, args, { cwd = root, env = {} } = {}) {
    return new Promise((resolve, reject) => {
        const output = /** @type {Buffer[]} */ ([]);
        const child = start(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
        child.stdout?.on('data', chunk => output.push(chunk));
        child.stderr?.on('data', chunk => output.push(chunk));
        child.on('error', reject);
        child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(output).toString('utf8') }));
    });
}

/**
 * Runs one long step. Prints its name at the start, its time at the end, and the command's output only if the command fails.
 * @param {string} step
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<void>}
 */
export async function quietly(step, command, args, { cwd = root, env = {} } = {}) {
    console.log(`${step} …`);
    const started = Date.now();
    const { code, output } = await captured(command, args, { cwd, env });
    if (code !== 0) {
        process.stderr.write(output);
        throw new ScriptError(`${step}: \`${[command, ...args].join(' ')}\` failed with exit code ${code}.`);
    }
    console.log(`${step}: done in ${seconds(started)}`);
}

/** Runs `npm ci` unless node_modules matches package-lock.json. */
export async function ensureDependencies() {
    if (!dependenciesAreCurrent()) {
        await quietly('Installing dependencies (npm ci)', 'npm', ['ci']);
    }
}

/**
 * The seconds since a time, formatted.
 * @param {number} started
 */
export function seconds(started) {
    return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * The message of any thrown value: the counterpart of `errorMessage` in model, which scripts cannot import.
 * @param {unknown} error
 */
export function errorMessage(error) {
    return error instanceof Error ? error.message : String(error);
}

/**
 * Runs a script's main function. A {@link ScriptError} is printed as its message and gives exit code 1.
 * @param {() => Promise<number | void>} main
 */
export async function script(main) {
    try {
        process.exitCode = (await main()) ?? 0;
    } catch (error) {
        console.error(isExplained(error) ? error.message : error);
        process.exitCode = 1;
    }
}

/**
 * Whether the message suffices without a stack, as for a {@link ScriptError} or the error that `parseArgs` throws for an unknown option.
 * @param {unknown} error
 * @returns {error is Error}
 */
function isExplained(error) {
    return error instanceof ScriptError || error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Compares npm's own record of the installed packages with the lockfile, so no stamp file can be out of date. */
function dependenciesAreCurrent() {
    const installed = join(root, 'node_modules', '.package-lock.json');
    if (!existsSync(installed) || !existsSync(projectNode)) {
        return false;
    }
    const present = packagesOf(installed);
    return Object.entries(packagesOf(join(root, 'package-lock.json')))
        .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.optional)
        .every(([path, wanted]) => present[path] !== undefined && present[path].version === wanted.version);
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function start(command, args, options) {
    const PATH = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
    const complete = { ...options, env: { ...process.env, PATH, ...options.env } };
    // On Windows npm and VS Code are batch files, which only its shell runs, and the shell wants paths quoted.
    return process.platform === 'win32'
        ? spawn(command, args.map(argument => `"${argument}"`), { ...complete, shell: true })
        : spawn(command, args, complete);
}
