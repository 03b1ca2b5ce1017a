import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Splitter } from '../shell/splitter.js';
import type { Preview } from '../state/preview.js';
import { AddedEvents } from '../what-if/added-events.js';
import { Difference } from '../what-if/difference.js';
import { playOrPause, runClock } from './clock.js';
import { Controls } from './controls.js';
import { Headline } from './headline.js';
import { Lanes } from './lanes.js';
import { Log } from './log.js';

/** The run: its playback, the timeline, the added events with their effect, and the log. */
export function TimePane({ preview }: { readonly preview: Preview }): VNode {
    const { playing, timeHeight } = preview;
    const isLogOpen = useSignal(false);
    useEffect(() => runClock(playing), [playing]);
    const recording = playing.recording.value;
    const onKeyDown = (event: KeyboardEvent): void => {
        const isControl = event.target instanceof HTMLElement && event.target.closest('button, input[type=text], input[type=search], select, summary') !== null;
        if (event.key === ' ' && !isControl) {
            event.preventDefault();
            playOrPause(playing);
        }
    };
    return <section class="time" aria-label="Time" style={{ flexBasis: `${timeHeight.value}px` }} onKeyDown={onKeyDown}>
        <Splitter label="Height of the time pane" size={timeHeight} edge="bottom" />
        <div class="time-head">
            <Controls preview={preview} />
            <Headline preview={preview} />
            <button type="button" class="small" aria-pressed={isLogOpen.value} onClick={() => (isLogOpen.value = !isLogOpen.value)}>Log</button>
        </div>
        <AddedEvents preview={preview} />
        <div class="time-body">
            {recording && <Lanes preview={preview} recording={recording} />}
            {playing.run.value?.difference && <Difference preview={preview} difference={playing.run.value.difference} />}
            {isLogOpen.value && playing.run.value && <Log preview={preview} run={playing.run.value} />}
        </div>
    </section>;
}
