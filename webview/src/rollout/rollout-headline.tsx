import { counted, number } from '@sup/model';
import type { VNode } from 'preact';
import type { ComparisonHeadlineProps } from '../comparing/comparison-headline.js';
import { Icon } from '../shell/icons.js';
import { isMotionReduced } from '../shell/motion.js';
import { interruptionWords } from './step-text.js';

/** The step that the picture shows, and the playback of the rollout. */
export function RolloutHeadline({ preview, plans: { beforeLabel, afterLabel } }: ComparisonHeadlineProps): VNode {
    const { rollout: player, channel } = preview;
    const step = player.current.value;
    const isEmpty = player.count === 0;
    return <header class="summary comparison-headline rollout-headline" aria-label="Rollout">
        <div>
            <h1>{step ? `Step ${number(step.number)} of ${number(player.count)}: ${step.title}` : player.rollout.value ? `${counted(player.count, 'step')} from ${beforeLabel} to ${afterLabel}` : `From ${beforeLabel} to ${afterLabel}`}</h1>
            <p>
                <span>{step ? `${interruptionWords(step)}.` : isEmpty ? '' : `The picture shows ${beforeLabel}, before the first step.`}</span>
                {player.isSceneMissing.value && <span>The plan is too large to draw this step; the picture shows an earlier one.</span>}
            </p>
        </div>
        <div class="sides" role="group" aria-label="Steps">
            <button type="button" aria-label="Previous Step" disabled={player.step.value === 0} onClick={() => player.goTo(player.step.value - 1)}><span aria-hidden="true">◂</span> Step</button>
            {!isMotionReduced() && <button type="button" disabled={isEmpty} onClick={() => player.playOrPause()}><Icon name={player.isPlaying.value ? 'pause' : 'play'} />{player.isPlaying.value ? 'Pause' : 'Play'}</button>}
            <button type="button" aria-label="Next Step" disabled={player.step.value >= player.count} onClick={() => player.goTo(player.step.value + 1)}>Step <span aria-hidden="true">▸</span></button>
        </div>
        <button type="button" disabled={isEmpty} onClick={() => channel.send({ kind: 'export-rollout' })}>Save Check List…</button>
        <button type="button" onClick={() => channel.send({ kind: 'end-comparison' })}>End Comparison</button>
    </header>;
}
