import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, expect, test } from 'vitest';
import { buildBench } from '../../scripts/bench/run-bench.mjs';
import { median } from '../bench/quantile.js';
import { type BenchServer, floorServer, measured, ourServer } from '../bench/server/bench-server.js';
import type { Usage } from '../bench/server/client.js';
import { Editor } from '../bench/server/editor.js';
import { benchPlan } from '../bench/server/plans.js';
import { questions } from '../bench/server/questions.js';
import { built } from '../support/dist.js';

// Fails when a change makes the server slower. It measures the processor time until the server answers, which other programs on the machine
// do not affect, and compares it with that of the floor: a server that ignores the text. Waiting on a timer takes no processor time, so such
// waits must be zero. docs/performance.md has wall-clock times.

/** The highest permitted ratios to the floor or, for `growth`, to the small plan: 1.5 times the ratios that were measured on busy machines. */
const limits = { start: 1.5, keystroke: 8, completion: 13, growth: 3 } as const;

const completion = questions.find(({ name }) => name === 'completionTyping')!;
const [starts, edits] = [5, 25];
/** The first edits compile code, and do not count. */
const warmUp = 10;

let floor: BenchServer;
let ours: BenchServer;
beforeAll(async () => {
    floor = measured(floorServer(await buildBench('server/floor', ['vscode-languageserver', 'vscode-languageserver-textdocument'])));
    ours = measured(ourServer(built(join(process.cwd(), 'dist', 'server.cjs')), []));
});

/** Opens a plan in a server and returns the median processor time, in milliseconds, of its start and of work in the editor. */
async function measure<K extends string>(server: BenchServer, sites: number, works: Readonly<Record<K, (editor: Editor) => Promise<unknown>>>): Promise<Readonly<Record<K | 'start', number>>> {
    const plan = benchPlan(sites);
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sup-speed-')));
    plan.files.forEach((text, name) => writeFileSync(join(folder, name), text));
    const startTimes: number[] = [];
    let editor = new Editor(server, folder, plan);
    try {
        for (let i = 0; i < starts; i++) {
            await editor.client.stop();
            editor = new Editor(server, folder, plan);
            await editor.client.initialize();
            startTimes.push((await editor.client.usage()).processor);
        }
        await editor.open();
        const times: Record<string, number> = { start: median(startTimes) };
        const nothing = await processorTime(editor, () => Promise.resolve());
        for (const [name, work] of Object.entries<(editor: Editor) => Promise<unknown>>(works)) {
            times[name] = await processorTime(editor, work) - nothing;
        }
        return times as Record<K | 'start', number>;
    } finally {
        await editor.client.stop();
        rmSync(folder, { recursive: true, force: true });
    }
}

/** The median processor time that the server spends until some work is done, including the request for the time. */
async function processorTime(editor: Editor, work: (editor: Editor) => Promise<unknown>): Promise<number> {
    const { client } = editor;
    const usages: Usage[] = [];
    for (let i = 0; i < warmUp + edits; i++) {
        await client.rest();
        const before = await client.usage();
        await work(editor);
        const { processor, delayed } = await client.usage();
        usages.push({ processor: processor - before.processor, delayed });
    }
    expect(median(usages.map(({ delayed }) => delayed)), 'milliseconds that the server waits on timers').toBe(0);
    return median(usages.slice(warmUp).map(({ processor }) => processor));
}

test('the server needs no more processor time for its answers than before', { retry: 2, timeout: 300_000 }, async () => {
    const keystroke = (editor: Editor): Promise<number> => editor.keystroke();
    const small = await measure(ours, 100, { keystroke });
    const large = await measure(ours, 1_000, { keystroke, completion: editor => completion.ask(editor) });
    const least = await measure(floor, 1_000, { keystroke });
    const ratios = {
        start: large.start / least.start, keystroke: large.keystroke / least.keystroke,
        completion: large.completion / least.keystroke, growth: large.keystroke / small.keystroke
    };
    const tooHigh = Object.entries(ratios).filter(([name, ratio]) => ratio > limits[name as keyof typeof limits]);
    expect(tooHigh, JSON.stringify({ ratios, small, large, least })).toEqual([]);
});
