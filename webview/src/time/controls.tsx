import { durationText, stopAfter, stopBefore } from '@sup/playback';
import type { VNode } from 'preact';
import { IconButton } from '../shell/icon-button.js';
import { isMotionReduced } from '../shell/motion.js';
import type { Preview } from '../state/preview.js';
import { speeds } from '../state/playing.js';
import { playOrPause } from './clock.js';
import { momentText, sentenceAt } from './wording.js';

/** What is played, and the keys of the player. */
export function Controls({ preview }: { readonly preview: Preview }): VNode {
    const { playing, content, announcement } = preview;
    const { question, isPlaying, speed, recording, time } = playing;
    const isEmpty = recording.value === undefined;
    const goTo = (moment: number): void => {
        time.value = moment;
        if (recording.value) {
            announcement.value = sentenceAt(recording.value, moment);
        }
    };
    const playLabel = isMotionReduced() ? 'On to the Next Moment' : isPlaying.value ? 'Pause' : 'Play';
    return <div class="controls">
        <select aria-label="What is played" value={question.value.scenario ?? ''} onChange={event => playing.play({ scenario: event.currentTarget.value || undefined, events: [] })}>
            <option value="">The plan as it is</option>
            {content.value?.scenarios.map(({ title }) => <option value={title}>{title}</option>)}
        </select>
        <span class="group" role="group" aria-label="Player">
            <IconButton icon="toStart" label="To the Start" isDisabled={isEmpty} onPress={() => goTo(0)} />
            <IconButton icon="stepBack" label="Previous Moment" isDisabled={isEmpty} onPress={() => recording.value && goTo(stopBefore(recording.value, time.value))} />
            <IconButton icon={isPlaying.value ? 'pause' : 'play'} label={playLabel} isDisabled={isEmpty} onPress={() => playOrPause(playing)} />
            <IconButton icon="stepOn" label="Next Moment" isDisabled={isEmpty} onPress={() => recording.value && goTo(stopAfter(recording.value, time.value))} />
            <IconButton icon="toEnd" label="To the End" isDisabled={isEmpty} onPress={() => recording.value && goTo(recording.value.duration)} />
        </span>
        <select aria-label="Speed" value={speed.value} onChange={event => (speed.value = Number(event.currentTarget.value))}>
            {speeds.map(each => <option value={each}>{durationText(each)} a second</option>)}
        </select>
        <output class="clock" aria-label="Moment"><Clock preview={preview} /></output>
    </div>;
}

/** Only this is drawn again while time passes. */
function Clock({ preview: { playing } }: { readonly preview: Preview }): VNode {
    return <>{momentText(playing.time.value)}</>;
}
