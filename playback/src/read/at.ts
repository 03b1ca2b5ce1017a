import { lowerBound } from '@sup/model';
import type { Steps } from '../recording.js';

/** Returns the index of the step that contains a moment. */
export function stepAt({ at }: Steps<unknown>, time: number): number {
    return Math.max(0, lowerBound(at, moment => moment <= time) - 1);
}

/** Returns the value at a moment. */
export function at<T>(steps: Steps<T>, time: number): T {
    return steps.is[stepAt(steps, time)]!;
}

/** Returns the last of several sorted moments that is not after a time; undefined if all are. */
export function lastBefore(moments: readonly number[], time: number): number | undefined {
    return moments.length === 0 || moments[0]! > time ? undefined : moments[stepAt({ at: moments, is: [] }, time)];
}
