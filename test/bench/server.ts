// How long the language server lets people wait who work in plans of several sizes, compared with a server that knows nothing of plans and
// with the least that reading so much text takes. Prints its measurements; scripts/bench/server.mjs makes a section of them.
import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { built } from '../support/dist.js';
import { median, quantile } from './quantile.js';
import type { Editor } from './server/editor.js';
import { type BenchPlan, benchPlan } from './server/plans.js';
import { isAnswer, type Question, questions } from './server/questions.js';
import { Session } from './server/session.js';
import { giveUp, inTurns, say, type Times, type Turns, type Who } from './server/turns.js';

/** Milliseconds for all measures of a size, after which none is begun. */
const patience = 300_000;

const server = built(join(process.cwd(), 'dist', 'server.cjs'));
const cli = built(join(process.cwd(), 'dist', 'cli.cjs'));
const { values: { size, floor, check } } = parseArgs({
    options: { size: { type: 'string', multiple: true, default: [] }, floor: { type: 'string', default: '' }, check: { type: 'string', default: '' } }
});

type Sessions = Readonly<Record<Who, Session>>;

interface Measurement {
    readonly median: number;
    readonly p95: number;
    readonly runs: number;
}

class Measurements {
    readonly all: Record<string, Partial<Record<Who, Measurement>>> = {};
    private readonly started = performance.now();

    constructor(private readonly label: string) {}

    add(name: string, times: Partial<Times>): void {
        this.all[name] = { ...times.ours && { ours: measurementOf(times.ours) }, ...times.floor && { floor: measurementOf(times.floor) } };
        const text = (values: readonly number[] | undefined): string => values ? `${median(values).toFixed(2)} (${values.length})` : '–';
        say(`${this.label}: ${name} ${text(times.ours)}, floor ${text(times.floor)}`);
    }

    async measure(name: string, turns: Turns, works: Parameters<typeof inTurns>[2]): Promise<Times> {
        if (performance.now() - this.started > patience) {
            giveUp(name, 'ours', `${patience / 60_000} minutes for this size are over`);
            return { ours: undefined, floor: undefined };
        }
        const times = await inTurns(name, turns, works);
        this.add(name, times);
        return times;
    }

    /** Something that is done in an open plan. */
    work(name: string, turns: Turns, sessions: Sessions, work: (editor: Editor, who: Who) => Promise<number>): Promise<Times> {
        const workOf = (who: Who): (() => Promise<number>) | undefined => {
            const { editor } = sessions[who];
            return editor && (async () => {
                const time = await work(editor, who);
                await editor.client.rest();
                return time;
            });
        };
        return this.measure(name, turns, { ours: workOf('ours'), floor: workOf('floor') });
    }
}

async function measureSize(label: string): Promise<object> {
    const plan = label === 'folder' ? benchPlan(20_000, 2_000) : benchPlan(Number(label));
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sup-bench-')));
    const sessions: Sessions = { ours: new Session([...process.execArgv, server], folder, plan, false), floor: new Session([floor], folder, plan, true) };
    const measurements = new Measurements(label);
    try {
        plan.files.forEach((text, name) => writeFileSync(join(folder, name), text));
        await measureFolder(folder, measurements);
        await measureSessions(sessions, measurements);
    } finally {
        await sessions.ours.stop();
        await sessions.floor.stop();
        rmSync(folder, { recursive: true, force: true });
    }
    return { label, sites: plan.sites, files: plan.files.size, characters: charactersOf(plan), measurements: measurements.all };
}

/** What takes no editor. */
async function measureFolder(folder: string, measurements: Measurements): Promise<void> {
    const { scan, check: ours } = await fullCheck(folder);
    measurements.add('scan', { ours: scan });
    measurements.add('check', { ours });
    await measurements.measure('command', { most: 5, enough: 8_000 }, { ours: () => runCommand(folder), floor: undefined });
}

async function measureSessions(sessions: Sessions, measurements: Measurements): Promise<void> {
    await measurements.measure('start', { most: 9, enough: 6_000 }, { ours: () => sessions.ours.start(), floor: () => sessions.floor.start() });
    const opened = await measurements.measure('open', { most: 7, enough: 15_000 }, { ours: () => sessions.ours.open(), floor: () => sessions.floor.open() });
    const memoriesOf = (who: Who): readonly number[] | undefined => sessions[who].memories.length > 0 ? sessions[who].memories : undefined;
    measurements.add('memory', { ours: memoriesOf('ours'), floor: memoriesOf('floor') });
    for (const who of ['ours', 'floor'] as const) {
        if (!opened[who]) {
            await sessions[who].stop();
        }
    }
    await measurements.work('keystroke', { most: 40, enough: 12_000 }, sessions, editor => editor.keystroke());
    await measurements.work('burst', { most: 7, enough: 8_000 }, sessions, editor => editor.burst());
    for (const question of questions) {
        await measureQuestion(question, sessions, measurements);
    }
}

async function measureQuestion({ name, method, isOffered, ask }: Question, sessions: Sessions, measurements: Measurements): Promise<void> {
    const client = sessions.ours.editor?.client;
    if (client && !isOffered(client.capabilities) && !client.registered.has(method)) {
        giveUp(name, 'ours', 'not offered');
        return;
    }
    await measurements.work(name, { most: 15, enough: 5_000 }, sessions, async (editor, who) => {
        const { result, time } = await ask(editor);
        if (who === 'ours' && !isAnswer(result)) {
            throw new Error('the answer holds nothing');
        }
        return time;
    });
}

/** Milliseconds of scans and checks in a process of their own; of those that were not done, nothing. */
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

function measurementOf(values: readonly number[]): Measurement {
    return { median: median(values), p95: quantile(values, 0.95), runs: values.length };
}

function charactersOf({ files }: BenchPlan): number {
    return [...files.values()].reduce((total, text) => total + text.length, 0);
}

const sizes: object[] = [];
for (const label of size) {
    sizes.push(await measureSize(label));
}
// Nothing that is left over may keep this from ending.
process.stdout.write(JSON.stringify({ sizes }), () => process.exit());
