import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { errorMessage } from '@sup/model';

/** Milliseconds after which a measure is given up. */
const deadline = 60_000;
const leastRuns = 3;
/** Milliseconds of one run after which there will be few. Who is quicker comes more often then: it must not look slow for want of practice. */
const slow = 1_000;
const quickTurns = 4;

/** What is done in turn, by who does it. */
export type Works = Readonly<Record<string, (() => Promise<number>) | undefined>>;

export type Times = Readonly<Record<string, readonly number[] | undefined>>;

export interface Turns {
    readonly most: number;
    /** Milliseconds after which the fewest runs are enough. */
    readonly enough: number;
}

/** Is told of whoever fails in a measure, or takes too long. */
type GiveUp = (what: string, who: string, reason: unknown) => void;

/** Measures servers in turn, so that a machine that is busy for a while is so for all. One that is given up has no times. */
export async function inTurns(what: string, { most, enough }: Turns, works: Works, onGivenUp: GiveUp = giveUp): Promise<Times> {
    const everybody = Object.entries(works).flatMap(([who, work]) => work ? [new Contender(who, work, reason => onGivenUp(what, who, reason))] : []);
    for (let i = 0; i < most && (i < leastRuns || everybody.reduce((total, { spent }) => total + spent, 0) < enough); i++) {
        const isSlow = everybody.some(contender => contender.isSlow);
        for (const contender of everybody) {
            for (let turn = 0; turn < (isSlow && !contender.isSlow ? quickTurns : 1); turn++) {
                await contender.run();
            }
        }
    }
    return Object.fromEntries(everybody.map(({ who, times }) => [who, settled(times)]));
}

class Contender {
    times: number[] | undefined = [];
    spent = 0;
    private slowest = 0;

    constructor(readonly who: string, private readonly work: () => Promise<number>, private readonly giveUp: (reason: unknown) => void) {}

    get isSlow(): boolean {
        return this.slowest > slow;
    }

    /** Not once more where that would take too long: fewer runs say more than none. */
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

/** Fails when something takes longer than what is left of the time for a measure. */
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

export function giveUp(what: string, who: string, reason: unknown): void {
    say(`${what} (${who}) given up: ${errorMessage(reason)}`);
}

export function say(text: string): void {
    process.stderr.write(`${text}\n`);
}

/** Without the first ones, in which code is still being compiled, where there are enough. */
function settled(times: readonly number[] | undefined): readonly number[] | undefined {
    return times?.slice(Math.max(0, Math.min(2, times.length - leastRuns)));
}
