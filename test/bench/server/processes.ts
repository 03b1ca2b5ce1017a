// Servers start further processes. Each server leads a process group, so that all of them can be measured and killed.
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const running = new Set<ChildProcess>();
const hasGroups = process.platform !== 'win32';
process.on('exit', () => running.forEach(killGroup));

/** With `channel`, the process can also receive Node.js messages. */
export function startGroup(command: string, args: readonly string[], options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly channel?: boolean }): ChildProcessWithoutNullStreams {
    const { channel = false, ...others } = options;
    const child = spawn(command, args, { ...others, detached: hasGroups, stdio: ['pipe', 'pipe', 'pipe', ...channel ? ['ipc' as const] : []] });
    running.add(child);
    return child as ChildProcessWithoutNullStreams;
}

export function killGroup(child: ChildProcess): void {
    if (!running.delete(child)) {
        return;
    }
    try {
        if (hasGroups && child.pid !== undefined) {
            process.kill(-child.pid, 'SIGKILL');
        } else {
            child.kill('SIGKILL');
        }
    } catch {
        // The whole group has ended already.
    }
}

/** Ctrl+C does not reach the groups. This program exits, and its exit handler kills them. */
export function endOnSignals(): void {
    process.once('SIGINT', () => process.exit(130));
    process.once('SIGTERM', () => process.exit(143));
}

/** Resident memory of a group in megabytes, where the system reports it. */
export function memoryOf({ pid }: ChildProcess): number | undefined {
    try {
        const kilobytes = readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(id => groupOf(id) === pid ? residentMemory(id) : 0);
        return kilobytes.reduce((total, size) => total + size, 0) / 1_024 || undefined;
    } catch {
        return undefined;
    }
}

function groupOf(id: string): number | undefined {
    // The name of the program is in parentheses and may hold any character; state, parent and group follow it.
    const stat = read(id, 'stat');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

function residentMemory(id: string): number {
    return Number(/VmRSS:\s+(\d+)/.exec(read(id, 'status'))?.[1] ?? 0);
}

/** Empty for a process that has ended in the meantime. */
function read(id: string, name: string): string {
    try {
        return readFileSync(join('/proc', id, name), 'utf8');
    } catch {
        return '';
    }
}
