import { performance } from 'node:perf_hooks';
import process from 'node:process';

/** Milliseconds after which a measure is given up. */
const deadline = 60_000;
const leastRuns = 3;
/** Milliseconds of one run after which there will be few. The floor comes more often then: it must not look slow for want of practice. */
const slow = 1_000;

export type Who = 'ours' | 'floor';
const turn: readonly Who[] = ['ours', 'floor'];
const slowTurn: readonly Who[] = ['ours', 'floor', 'floor', 'floor', 'floor'];

export type Times = Readonly<Record<Who, readonly number[] | undefined>>;

export interface Turns {
    readonly most: number;
    /** Milliseconds after which the fewest runs are enough. */
    readonly enough: number;
}

/**
 * Measures both servers in turn, so that a machine that is busy for a while is so for both. One that fails, or takes too long, has no
 * times; why is said on stderr.
 */
export async function inTurns(what: string, { most, enough }: Turns, works: Readonly<Record<Who, (() => Promise<number>) | undefined>>): Promise<Times> {
    const spent: Record<Who, number> = { ours: 0, floor: 0 };
    const times: Record<Who, number[] | undefined> = { ours: works.ours && [], floor: works.floor && [] };
    let isSlow = false;
    for (let i = 0; i < most && (i < leastRuns || spent.ours + spent.floor < enough); i++) {
        for (const who of isSlow ? slowTurn : turn) {
            const started = performance.now();
            try {
                times[who]?.push(await within(deadline - spent[who], works[who]!()));
            } catch (error) {
                giveUp(what, who, error);
                times[who] = undefined;
            }
            const time = performance.now() - started;
            spent[who] += time;
            isSlow ||= time > slow;
        }
    }
    return { ours: settled(times.ours), floor: settled(times.floor) };
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

export function giveUp(what: string, who: Who, reason: unknown): void {
    say(`${what} (${who}) given up: ${reason instanceof Error ? reason.message : String(reason)}`);
}

export function say(text: string): void {
    process.stderr.write(`${text}\n`);
}

/** Without the first ones, in which code is still being compiled, where there are enough. */
function settled(times: readonly number[] | undefined): readonly number[] | undefined {
    return times?.slice(Math.max(0, Math.min(2, times.length - leastRuns)));
}
