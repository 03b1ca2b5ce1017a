import { effect } from '@preact/signals';
import { stopAfter } from '@sup/playback';
import { isMotionReduced } from '../shell/motion.js';
import type { Playing } from '../state/playing.js';

/** Advances the current time during playback, by elapsed time rather than by frames. Returns a function that stops the clock. */
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

/** Plays or pauses. With reduced motion, steps to the next moment instead. */
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
