import { effect } from '@preact/signals';
import { stopAfter } from '@sup/playback';
import { isMotionReduced } from '../shell/motion.js';
import type { Playing } from '../state/playing.js';

/** Lets time pass while a run plays: by the clock of the screen, not by counting frames. Gives what ends it. */
export function runClock(playing: Playing): () => void {
    let frame = 0;
    const stop = effect(() => {
        cancelAnimationFrame(frame);
        const recording = playing.recording.value;
        if (!playing.isPlaying.value || !recording) {
            return;
        }
        let last = performance.now();
        const tick = (now: number): void => {
            const next = playing.time.peek() + (now - last) / 1_000 * playing.speed.peek();
            last = now;
            playing.time.value = Math.min(next, recording.duration);
            if (next >= recording.duration) {
                playing.isPlaying.value = false;
            } else {
                frame = requestAnimationFrame(tick);
            }
        };
        frame = requestAnimationFrame(tick);
    });
    return () => {
        stop();
        cancelAnimationFrame(frame);
    };
}

/** Plays or pauses. Who wants as little motion as possible goes from moment to moment instead. */
export function playOrPause(playing: Playing): void {
    const recording = playing.recording.value;
    if (!recording) {
        return;
    }
    if (isMotionReduced()) {
        playing.time.value = stopAfter(recording, playing.time.value);
        return;
    }
    if (!playing.isPlaying.value && playing.time.value >= recording.duration) {
        playing.time.value = 0;
    }
    playing.isPlaying.value = !playing.isPlaying.value;
}
