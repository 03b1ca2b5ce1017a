import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildBench } from '../../scripts/bench/run-bench.mjs';
import { median } from '../bench/quantile.js';
import { floorServer, ourServer } from '../bench/server/bench-server.js';
import { benchPlan } from '../bench/server/plans.js';
import { questions } from '../bench/server/questions.js';
import { Session } from '../bench/server/session.js';
import { inTurns } from '../bench/server/turns.js';
import { built } from '../support/dist.js';

// A change that makes people wait longer does not go unseen. Times are held against a server that knows nothing of plans and is asked in
// turn, so a machine that is slow or busy is so for both. docs/performance.md has all measures; these are those that everybody feels.

/** The ratios that are wanted, and the worst of those that were measured here last: where a goal is not met yet, it must not get worse. */
const limits = {
    start: { goal: 1.2, now: 1.2 },
    keystroke: { goal: 1.6, now: 4.3 },
    completion: { goal: 3, now: 6 },
    growth: { goal: 1.3, now: 1.1 }
} as const;

/** What noise may add. */
const slack = 1.25;

const expectRatio = (what: keyof typeof limits, time: number, against: number): void =>
    expect(time / against, what).toBeLessThan(Math.max(limits[what].goal, limits[what].now) * slack);

let floor: string;
beforeAll(async () => {
    floor = await buildBench('server/floor', ['vscode-languageserver', 'vscode-languageserver-textdocument']);
});

type Medians = Record<'ours' | 'floor', number>;

/** Measures both servers on a plan of so many sites. */
async function measure(sites: number): Promise<Readonly<Record<'start' | 'keystroke' | 'completion', Medians>>> {
    const plan = benchPlan(sites);
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sup-speed-')));
    plan.files.forEach((text, name) => writeFileSync(join(folder, name), text));
    const sessions = { ours: new Session(ourServer(built(join(process.cwd(), 'dist', 'server.cjs'))), folder, plan), floor: new Session(floorServer(floor), folder, plan) };
    const inBoth = async (most: number, work: (session: Session) => Promise<number>): Promise<Medians> => {
        const times = await inTurns('a measure', { most, enough: 10_000 }, { ours: () => work(sessions.ours), floor: () => work(sessions.floor) });
        return { ours: median(times.ours!), floor: median(times.floor!) };
    };
    const complete = questions.find(({ name }) => name === 'completionTyping')!;
    try {
        const start = await inBoth(9, session => session.start());
        await inBoth(1, session => session.open());
        return {
            start,
            keystroke: await inBoth(40, session => atRest(session, editor => editor.keystroke())),
            completion: await inBoth(20, session => atRest(session, async editor => (await complete.ask(editor)).time))
        };
    } finally {
        await sessions.ours.stop();
        await sessions.floor.stop();
        rmSync(folder, { recursive: true, force: true });
    }
}

async function atRest({ editor }: Session, work: (editor: NonNullable<Session['editor']>) => Promise<number>): Promise<number> {
    const time = await work(editor!);
    await editor!.client.rest();
    return time;
}

/** Whether other work takes the processor away: a server that does more waits for it more often, so ratios say nothing. */
function isMachineBusy(): boolean {
    const [start, before] = [performance.now(), process.cpuUsage()];
    while (performance.now() - start < 500) { /* as much as there is */ }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 < 500 * 0.9;
}

describe('nobody has to wait longer than before', { retry: 2, timeout: 90_000 }, () => {
    test('in plans of 100 and 1,000 sites', async ({ skip }) => {
        skip(isMachineBusy(), 'the machine is busy');
        const [small, large] = [await measure(100), await measure(1000)];
        skip(isMachineBusy(), 'the machine is busy');
        expectRatio('start', small.start.ours, small.start.floor);
        // In the smaller plan the other server takes less time than the machine's noise.
        expectRatio('keystroke', large.keystroke.ours, large.keystroke.floor);
        expectRatio('completion', large.completion.ours, large.keystroke.floor);
        expectRatio('growth', large.keystroke.ours, small.keystroke.ours);
    });
});
