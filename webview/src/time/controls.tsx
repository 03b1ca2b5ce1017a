import { durationText, stopAfter, stopBefore } from '@sup/playback';
import type { VNode } from 'preact';
import { Icon } from '../shell/icons.js';
import { isMotionReduced } from '../shell/motion.js';
import type { Preview } from '../state/preview.js';
import { speeds } from '../state/playing.js';
import { playOrPause } from './clock.js';
import { momentWords, sentenceAt } from './wording.js';

/** Controls the playback of a run. */
export function Controls({ preview }: { readonly preview: Preview }): VNode {
    const { playing, announcement } = preview;
    const { isPlaying, speed, run, recording, time } = playing;
    const isEmpty = recording.value === undefined;
    const goTo = (moment: number): void => {
        time.value = moment;
        if (recording.value) {
            announcement.value = sentenceAt(recording.value, moment);
        }
    };
    const worst = run.value?.difference?.worst;
    return <div class="controls" role="group" aria-label="Playback">
        {!isMotionReduced() && <button type="button" disabled={isEmpty} onClick={() => playOrPause(playing)}><Icon name={isPlaying.value ? 'pause' : 'play'} />{isPlaying.value ? 'Pause' : 'Play'}</button>}
        <span class="steps">
            <button type="button" aria-label="Step Back" title="Previous moment at which something changes" disabled={isEmpty} onClick={() => recording.value && goTo(stopBefore(recording.value, time.value))}><span aria-hidden="true">◂</span> Step</button>
            <button type="button" aria-label="Step Forward" title="Next moment at which something changes" disabled={isEmpty} onClick={() => recording.value && goTo(stopAfter(recording.value, time.value))}>Step <span aria-hidden="true">▸</span></button>
        </span>
        <output class="clock" aria-label="Current time"><Clock preview={preview} /></output>
        {worst !== undefined && <button type="button" class="worst-button" onClick={() => goTo(worst)}>Go to the Worst Moment</button>}
        <select class="speed" aria-label="Speed" value={speed.value} onChange={event => (speed.value = Number(event.currentTarget.value))}>
            {speeds.map(each => <option value={each}>{durationText(each)} per second</option>)}
        </select>
    </div>;
}

/** A component of its own, so that playback renders only the clock. */
function Clock({ preview: { playing } }: { readonly preview: Preview }): VNode {
    return <>{momentWords(playing.time.value)}</>;
}
