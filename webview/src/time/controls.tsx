import { durationText, stopAfter, stopBefore } from '@sup/playback';
import type { VNode } from 'preact';
import { IconButton } from '../shell/icon-button.js';
import { isMotionReduced } from '../shell/motion.js';
import type { Preview } from '../state/preview.js';
import { speeds } from '../state/playing.js';
import { playOrPause } from './clock.js';
import { momentText, sentenceAt } from './wording.js';

/** Selects the run and controls its playback. */
export function Controls({ preview }: { readonly preview: Preview }): VNode {
    const { playing, content, announcement } = preview;
    const { definition, isPlaying, speed, recording, time } = playing;
    const isEmpty = recording.value === undefined;
    const goTo = (moment: number): void => {
        time.value = moment;
        if (recording.value) {
            announcement.value = sentenceAt(recording.value, moment);
        }
    };
    const playLabel = isMotionReduced() ? 'Advance to Next Moment' : isPlaying.value ? 'Pause' : 'Play';
    return <div class="controls">
        <select aria-label="Run" value={definition.value.scenario ?? ''} onChange={event => playing.play({ scenario: event.currentTarget.value || undefined, events: [] })}>
            <option value="">The plan as it is</option>
            {content.value?.scenarios.map(({ title }) => <option value={title}>{title}</option>)}
        </select>
        <span class="group" role="group" aria-label="Playback">
            <IconButton icon="toStart" label="Go to Start" isDisabled={isEmpty} onPress={() => goTo(0)} />
            <IconButton icon="stepBack" label="Previous Moment" isDisabled={isEmpty} onPress={() => recording.value && goTo(stopBefore(recording.value, time.value))} />
            <IconButton icon={isPlaying.value ? 'pause' : 'play'} label={playLabel} isDisabled={isEmpty} onPress={() => playOrPause(playing)} />
            <IconButton icon="stepForward" label="Next Moment" isDisabled={isEmpty} onPress={() => recording.value && goTo(stopAfter(recording.value, time.value))} />
            <IconButton icon="toEnd" label="Go to End" isDisabled={isEmpty} onPress={() => recording.value && goTo(recording.value.duration)} />
        </span>
        <select aria-label="Speed" value={speed.value} onChange={event => (speed.value = Number(event.currentTarget.value))}>
            {speeds.map(each => <option value={each}>{durationText(each)} per second</option>)}
        </select>
        <output class="clock" aria-label="Current time"><Clock preview={preview} /></output>
    </div>;
}

/** A component of its own, so that playback renders only the clock. */
function Clock({ preview: { playing } }: { readonly preview: Preview }): VNode {
    return <>{momentText(playing.time.value)}</>;
}
