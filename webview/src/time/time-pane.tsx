import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Splitter } from '../shell/splitter.js';
import type { Preview } from '../state/preview.js';
import { AddedEvents } from '../what-if/added-events.js';
import { playOrPause, runClock } from './clock.js';
import { Controls } from './controls.js';
import { Figures } from './figures.js';
import { Log } from './log.js';
import { ScenarioChoice } from './scenario-choice.js';
import { Strips } from './strips.js';

/** The run over time: its playback, its events, clients, links and sites, and beside them its figures and its log. */
export function TimePane({ preview }: { readonly preview: Preview }): VNode {
    const { playing, timeHeight } = preview;
    const side = useSignal<'figures' | 'log' | undefined>(undefined);
    useEffect(() => runClock(playing), [playing]);
    const run = playing.run.value;
    const onKeyDown = (event: KeyboardEvent): void => {
        const isControl = event.target instanceof HTMLElement && event.target.closest('button, input[type=text], input[type=search], select, summary') !== null;
        if (event.key === ' ' && !isControl) {
            event.preventDefault();
            playOrPause(playing);
        }
    };
    return <section class="time" aria-label="Time" style={{ flexBasis: `${timeHeight.current.value}px` }} onKeyDown={onKeyDown}>
        <Splitter label="Height of the time pane" size={timeHeight} edge="bottom" />
        <div class="time-head">
            <Controls preview={preview} />
            <ScenarioChoice preview={preview} />
            {(['figures', 'log'] as const).map(each => <button key={each} type="button" aria-pressed={side.value === each} onClick={() => (side.value = side.value === each ? undefined : each)}>{each === 'figures' ? 'Figures' : 'Log'}</button>)}
            <AddedEvents preview={preview} />
        </div>
        <div class="time-body">
            {run && <Strips preview={preview} run={run} />}
            {side.value === 'figures' && run && <Figures preview={preview} run={run} />}
            {side.value === 'log' && run && <Log preview={preview} run={run} />}
        </div>
    </section>;
}
