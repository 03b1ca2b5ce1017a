// The response times of the language server for plans of several sizes, compared with a server that ignores the text and with a mere scan
// of the text. Prints the measurements, which scripts/bench/server.mjs turns into a section.
import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { built } from '../support/dist.js';
import { floorServer, ourServer } from './server/bench-server.js';
import { Measurements, type Sessions } from './server/measurements.js';
import { benchPlan } from './server/plans.js';
import { endOnSignals } from './server/processes.js';
import { questions } from './server/questions.js';
import { Session } from './server/session.js';
import { giveUp } from './server/turns.js';

/** Milliseconds for one size, after which no further measurement begins. */
const patience = 300_000;

const server = built(join(process.cwd(), 'dist', 'server.cjs'));
const cli = built(join(process.cwd(), 'dist', 'cli.cjs'));
const { values: { size, floor, check } } = parseArgs({
    options: { size: { type: 'string', multiple: true, default: [] }, floor: { type: 'string', default: '' }, check: { type: 'string', default: '' } }
});

async function measureSize(label: string): Promise<object> {
    const plan = label === 'folder' ? benchPlan(20_000, 2_000) : benchPlan(Number(label));
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sup-bench-')));
    const sessions = { ours: new Session(ourServer(server), folder, plan), floor: new Session(floorServer(floor), folder, plan) } satisfies Sessions;
    const measurements = new Measurements(label, patience);
    try {
        plan.files.forEach((text, name) => writeFileSync(join(folder, name), text));
        await measureFolder(folder, measurements);
        await measurements.measureSessions(sessions, questions);
    } finally {
        await sessions.ours.stop();
        await sessions.floor.stop();
        rmSync(folder, { recursive: true, force: true });
    }
    return { label, sites: plan.sites, files: plan.files.size, measurements: measurements.all };
}

/** Measures the work that needs no editor. */
async function measureFolder(folder: string, measurements: Measurements): Promise<void> {
    const { scan, check: ours } = await fullCheck(folder);
    measurements.add('scan', { ours: scan });
    measurements.add('check', { ours });
    await measurements.measure('command', { most: 5, enough: 8_000 }, { ours: () => runCommand(folder) });
}

/** The milliseconds of scans and checks in a separate process; undefined for those that did not finish. */
function fullCheck(folder: string): Promise<{ readonly scan?: readonly number[]; readonly check?: readonly number[] }> {
    return new Promise(resolve => {
        execFile(process.execPath, [check, folder], { timeout: 60_000 }, (error, stdout, stderr) => {
            if (error) {
                giveUp('check', 'ours', error.killed ? 'not done after 60 s' : stderr.slice(-500));
            }
            resolve(Object.assign({}, ...stdout.split('\n').filter(line => line.endsWith('}')).map(line => JSON.parse(line) as object)) as object);
        });
    });
}

/** Milliseconds of `sup check`, from the start of its process to the end. */
function runCommand(folder: string): Promise<number> {
    const started = performance.now();
    return new Promise((resolve, reject) => {
        execFile(process.execPath, [cli, 'check', '--format', 'json', folder], { timeout: 60_000 }, (error, _, stderr) => {
            if (error?.code === 1) {
                resolve(performance.now() - started);
            } else {
                reject(new Error(`sup check: ${error?.code ?? error?.signal ?? 'no mistake found'}: ${stderr.slice(-500)}`));
            }
        });
    });
}

endOnSignals();
const sizes: object[] = [];
for (const label of size) {
    sizes.push(await measureSize(label));
}
// Exits explicitly, since open handles would keep the process alive.
process.stdout.write(JSON.stringify({ sizes }), () => process.exit());
