import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { inject } from 'vitest';
import { InstalledPages } from '@sup/files';
import { runProgram } from '../../cli/src/run-program.js';
import { messageLine } from '../../cli/src/terminal.js';

export interface CommandResult {
    /** Null if a signal ended the process. */
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly stdout: string;
    readonly stderr: string;
}

export interface CommandOptions {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    /** A CommonJS module that is loaded before the command, to inject faults. */
    readonly preload?: string;
    /** The stream whose pipe is closed before the command can write to it. */
    readonly closed?: 'stdout' | 'stderr';
}

const version = '1.2.3';
const installed = fileURLToPath(new URL('../../dist', import.meta.url));
let bundled: Promise<string> | undefined;
let running: Promise<unknown> = Promise.resolve();

/** Runs `sup` without a terminal: in this process, which is much faster, or in a process of its own if the options require one. */
export async function sup(args: readonly string[], { preload, ...options }: CommandOptions = {}): Promise<CommandResult> {
    if (preload === undefined && options.env === undefined && options.closed === undefined) {
        // One after the other, since the working directory belongs to the process.
        const result = running.then(() => resultInProcess(args, options.cwd));
        running = result.catch(() => undefined); // the next command runs even if this one has thrown
        return result;
    }
    return resultOf(process.execPath, [...preload === undefined ? [] : ['--require', preload], await bundle(), ...args], options);
}

/** Runs a shell command in which `$SUP` is `sup`. */
export async function sh(line: string, { cwd, env }: Pick<CommandOptions, 'cwd' | 'env'> = {}): Promise<CommandResult> {
    return resultOf('sh', ['-c', line], { cwd, env: { SUP: `${process.execPath} ${await bundle()}`, ...env } });
}

/** The bundle of the current sources of the command, made when a test of this process needs it first. */
function bundle(): Promise<string> {
    bundled ??= bundleInto(join(inject('cliFolder'), `${process.pid}.cjs`));
    return bundled;
}

async function bundleInto(outfile: string): Promise<string> {
    await build({
        entryPoints: [fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url))],
        outfile,
        bundle: true,
        format: 'cjs',
        platform: 'node',
        mainFields: ['module', 'main'],
        define: { SUP_VERSION: JSON.stringify(version), SUP_FOLDER: JSON.stringify(installed) },
        logLevel: 'error'
    });
    return outfile;
}

async function resultInProcess(args: readonly string[], cwd = process.cwd()): Promise<CommandResult> {
    const before = process.cwd();
    const output = { stdout: '', stderr: '' };
    const stream = (name: 'stdout' | 'stderr') => new Writable({
        decodeStrings: false,
        write(text: string | Buffer, _encoding, done) {
            output[name] += String(text);
            done();
        }
    }) as unknown as NodeJS.WriteStream;
    let code = 0;
    process.chdir(cwd);
    try {
        await runProgram(args, {
            version,
            pages: new InstalledPages(join(installed, '../docs')),
            terminal: { stdout: stream('stdout'), stderr: stream('stderr'), env: {}, writeMessage: message => { output.stderr += messageLine(message); } },
            setExitCode: status => { code = Math.max(code, status); }
        });
    } finally {
        process.chdir(before);
    }
    return { code, signal: null, ...output };
}

function resultOf(command: string, args: readonly string[], { cwd, env, closed }: CommandOptions): Promise<CommandResult> {
    return new Promise((resolve, reject) => {
        const inherited = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
        const child = spawn(command, args, { cwd, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('utf8').on('data', (data: string) => { stdout += data; });
        child.stderr.setEncoding('utf8').on('data', (data: string) => { stderr += data; });
        if (closed) {
            child[closed].destroy();
        }
        child.on('error', reject);
        child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    });
}
