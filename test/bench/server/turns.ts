import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { errorMessage } from '@sup/model';

/** Milliseconds after which a measurement is given up. */
const deadline = 60_000;
const leastRuns = 3;
/** Milliseconds above which a run counts as slow. A faster server then runs several times per turn, so that it does not look slow for lack of warm-up. */
const slow = 1_000;
const quickTurns = 4;

/** The work that is measured in turn, by the name of the server. */
export type Works = Readonly<Record<string, (() => Promise<number>) | undefined>>;

export type Times = Readonly<Record<string, readonly number[] | undefined>>;

export interface Turns {
    readonly most: number;
    /** Milliseconds after which the minimum number of runs is enough. */
    readonly enough: number;
}

/** Called for each server that fails in a measurement, or takes too long. */
type GiveUp = (what: string, serverName: string, reason: unknown) => void;

/** Measures servers in turn, so that a temporarily busy machine slows all of them. A server that is given up has no times. */
export async function inTurns(what: string, { most, enough }: Turns, works: Works, onGivenUp: GiveUp = giveUp): Promise<Times> {
    const contenders = Object.entries(works).flatMap(([serverName, work]) => work ? [new Contender(serverName, work, reason => onGivenUp(what, serverName, reason))] : []);
    for (let i = 0; i < most && (i < leastRuns || contenders.reduce((total, { spent }) => total + spent, 0) < enough); i++) {
        const isSlow = contenders.some(contender => contender.isSlow);
        for (const contender of contenders) {
            for (let turn = 0; turn < (isSlow && !contender.isSlow ? quickTurns : 1); turn++) {
                await contender.run();
            }
        }
    }
    return Object.fromEntries(contenders.map(({ serverName, times }) => [serverName, warmedUp(times)]));
}

class Contender {
    times: number[] | undefined = [];
    spent = 0;
    private slowest = 0;

    constructor(readonly serverName: string, private readonly work: () => Promise<number>, private readonly giveUp: (reason: unknown) => void) {}

    get isSlow(): boolean {
        return this.slowest > slow;
    }

    /** Does nothing if another run would take too long: few runs are better than none. */
    async run(): Promise<void> {
        if (!this.times || this.times.length > 0 && this.spent + this.slowest > deadline) {
            return;
        }
        const started = performance.now();
        try {
            this.times.push(await within(deadline - this.spent, this.work()));
        } catch (error) {
            this.giveUp(error);
            this.times = undefined;
        }
        const time = performance.now() - started;
        this.spent += time;
        this.slowest = Math.max(this.slowest, time);
    }
}

/** Rejects if the work takes longer than the remaining time of the measurement. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`not done after ${deadline / 1_000} s`)), milliseconds);
    });
    try {
        return await Promise.race([work, late]);
    } finally {
        clearTimeout(timer);
    }
}

export function giveUp(what: string, serverName: string, reason: unknown): void {
    logProgress(`${what} (${serverName}) given up: ${errorMessage(reason)}`);
}

export function logProgress(text: string): void {
    process.stderr.write(`${text}\n`);
}

/** Drops the first times, in which code is still being compiled, if enough others remain. */
function warmedUp(times: readonly number[] | undefined): readonly number[] | undefined {
    return times?.slice(Math.max(0, Math.min(2, times.length - leastRuns)));
}
