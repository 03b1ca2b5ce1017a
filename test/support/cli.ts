import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

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

let bundle = '';
let folder = '';

/** Bundles the current sources of the command for the tests of a file. */
export function useCli(): void {
    beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), 'sup-cli-'));
        bundle = join(folder, 'cli.cjs');
        await build({
            entryPoints: [fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url))],
            outfile: bundle,
            bundle: true,
            format: 'cjs',
            platform: 'node',
            mainFields: ['module', 'main'],
            define: { SUP_VERSION: '"1.2.3"', SUP_FOLDER: JSON.stringify(fileURLToPath(new URL('../../dist', import.meta.url))) },
            logLevel: 'error'
        });
    });
    afterAll(() => rmSync(folder, { recursive: true }));
}

/** Runs `sup` in a separate process, without a terminal. */
export function sup(args: readonly string[], { preload, ...options }: CommandOptions = {}): Promise<CommandResult> {
    return resultOf(process.execPath, [...preload === undefined ? [] : ['--require', preload], bundle, ...args], options);
}

/** Runs a shell command in which `$SUP` is `sup`. */
export function sh(line: string, { cwd, env }: Pick<CommandOptions, 'cwd' | 'env'> = {}): Promise<CommandResult> {
    return resultOf('sh', ['-c', line], { cwd, env: { SUP: `${process.execPath} ${bundle}`, ...env } });
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
