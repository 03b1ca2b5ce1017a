import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { temporaryFolder } from './temp-folder.js';

export interface OwnProcessOptions {
    readonly flags?: readonly string[];
    readonly env?: NodeJS.ProcessEnv;
    /** Ends a process that takes longer. Milliseconds. */
    readonly timeout?: number;
}

/** Runs a TypeScript file of this folder in its own process and returns its output. */
export async function inOwnProcess(name: string, { flags = [], env = {}, timeout }: OwnProcessOptions = {}): Promise<string> {
    const outfile = join(temporaryFolder(), 'script.mjs');
    await build({ entryPoints: [fileURLToPath(new URL(name, import.meta.url))], outfile, bundle: true, format: 'esm', platform: 'node', mainFields: ['module', 'main'], logLevel: 'warning' });
    return execFileSync(process.execPath, [...flags, outfile], { env: { ...process.env, ...env }, encoding: 'utf8', timeout });
}
