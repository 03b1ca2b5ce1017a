import process from 'node:process';
import type { BenchServer } from '../server/bench-server.js';

/** A server that Node runs. */
export function nodeServer(program: string, args: readonly string[], rest: Pick<BenchServer, 'isMistake'> & Partial<BenchServer>): BenchServer {
    return { command: process.execPath, args: [program, ...args], ...rest };
}
