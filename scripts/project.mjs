// @ts-check
// Shared by the scripts: where the project stands, how to run a command in it, and its dependencies. Only Node's own
// modules, and nothing newer than Node 20, because `npm start` and `npm test` come here before anything is installed.
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

/** A failure that its message explains: shown without a stack. */
export class Trouble extends Error {}

/**
 * Runs a command with the project's own programs first on PATH and answers its exit code.
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
 * Does one long step: its name at the start, its time at the end, and what the command printed only where it fails.
 * @param {string} step
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<void>}
 */
export async function quietly(step, command, args, { cwd = root, env = {} } = {}) {
    console.log(`${step} …`);
    const started = Date.now();
    const output = /** @type {Buffer[]} */ ([]);
    const code = await new Promise((resolve, reject) => {
        const child = start(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
        child.stdout?.on('data', chunk => output.push(chunk));
        child.stderr?.on('data', chunk => output.push(chunk));
        child.on('error', reject);
        child.on('close', resolve);
    });
    if (code !== 0) {
        process.stderr.write(Buffer.concat(output));
        throw new Trouble(`${step}: \`${[command, ...args].join(' ')}\` ended with ${code}.`);
    }
    console.log(`${step}: done in ${seconds(started)}`);
}

/** `npm ci`, where node_modules is not what package-lock.json asks for. */
export async function ensureDependencies() {
    if (!dependenciesAreCurrent()) {
        await quietly('Installing dependencies (npm ci)', 'npm', ['ci']);
    }
}

/**
 * The seconds since a time, as people read them.
 * @param {number} started
 */
export function seconds(started) {
    return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * Runs a script's main function; a {@link Trouble} becomes one line and exit code 1.
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
 * Also what `parseArgs` says of an unknown option.
 * @param {unknown} error
 * @returns {error is Error}
 */
function isExplained(error) {
    return error instanceof Trouble || error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** npm keeps what it installed in a lock file of its own; comparing the two needs no stamp that could be wrong. */
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
