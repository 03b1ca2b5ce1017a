import { useComputed } from '@preact/signals';
import type { Recording } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { momentText, sentenceAt } from './wording.js';

/** The current time as a slider, for the keyboard and for screen readers: the arrow keys move by an hour, with Shift by a day. */
export function Scrubber({ preview: { playing }, recording }: { readonly preview: Preview; readonly recording: Recording }): VNode {
    const value = useComputed(() => Math.floor(playing.time.value));
    // Constant during playback, so that screen readers do not announce every frame.
    const text = useComputed(() => playing.isPlaying.value ? momentText(0) : sentenceAt(recording, playing.time.value));
    const onKeyDown = (event: KeyboardEvent): void => {
        const by = { ArrowLeft: -60, ArrowRight: 60, ArrowDown: -60, ArrowUp: 60, PageDown: -1_440, PageUp: 1_440 }[event.key];
        if (by !== undefined) {
            event.preventDefault();
            const step = event.shiftKey ? Math.sign(by) * 1_440 : by;
            playing.time.value = Math.min(Math.max(Math.floor(playing.time.value) + step, 0), recording.duration);
        }
    };
    return <input type="range" class="scrubber" min={0} max={recording.duration} step={1} value={value} aria-label="Time" aria-valuetext={text} onKeyDown={onKeyDown} onInput={event => (playing.time.value = Number(event.currentTarget.value))} />;
}
