import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

export interface Outcome {
    /** Null for a process that a signal ended. */
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly stdout: string;
    readonly stderr: string;
}

export interface RunOptions {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    /** A CommonJS module that runs before the command, to interfere with it. */
    readonly preload?: string;
    /** The stream that nobody reads: its pipe is closed before the command can write. */
    readonly unread?: 'stdout' | 'stderr';
}

let bundle = '';
let folder = '';

/** Bundles the command as it is now, for the tests of one file. */
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
            define: { SUP_VERSION: '"1.2.3"' },
            logLevel: 'error'
        });
    });
    afterAll(() => rmSync(folder, { recursive: true }));
}

/** Runs `sup` as a shell would: a process of its own, without a terminal. */
export function sup(args: readonly string[], { preload, ...options }: RunOptions = {}): Promise<Outcome> {
    return outcomeOf(process.execPath, [...preload === undefined ? [] : ['--require', preload], bundle, ...args], options);
}

/** Runs a line of sh, in which `$SUP` is the command. */
export function sh(line: string, { cwd, env }: Pick<RunOptions, 'cwd' | 'env'> = {}): Promise<Outcome> {
    return outcomeOf('sh', ['-c', line], { cwd, env: { SUP: `${process.execPath} ${bundle}`, ...env } });
}

function outcomeOf(command: string, args: readonly string[], { cwd, env, unread }: RunOptions): Promise<Outcome> {
    return new Promise((resolve, reject) => {
        const inherited = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
        const child = spawn(command, args, { cwd, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('utf8').on('data', (data: string) => { stdout += data; });
        child.stderr.setEncoding('utf8').on('data', (data: string) => { stderr += data; });
        if (unread) {
            child[unread].destroy();
        }
        child.on('error', reject);
        child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    });
}
