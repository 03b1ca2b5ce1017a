import type { VNode } from 'preact';
import { IconButton } from '../shell/icon-button.js';
import type { Preview } from '../state/preview.js';
import { momentText } from '../time/wording.js';

/** The events that the user has added. Each can be removed, and the run can be saved as a scenario. */
export function AddedEvents({ preview: { playing, channel } }: { readonly preview: Preview }): VNode | null {
    const { definition, run, undoStack, time } = playing;
    const { scenario, events } = definition.value;
    if (events.length === 0 && undoStack.value.length === 0) {
        return null;
    }
    const refused = new Map(run.value?.refused.map(({ index, message }) => [index, message]));
    return <div class="added" role="group" aria-label="Added events">
        {events.map(({ at, event }, i) => <span class={refused.has(i) ? 'chip chip-refused' : 'chip'} title={refused.get(i)}>
            <button type="button" class="chip-text" onClick={() => (time.value = at)}>{momentText(at)} {event}</button>
            {refused.has(i) && <span class="bad-text">✕ {refused.get(i)}</span>}
            <IconButton icon="close" label={`Remove: ${event}`} onPress={() => playing.setEvents(events.filter((_, other) => other !== i))} />
        </span>)}
        <IconButton icon="undo" label="Undo" isDisabled={undoStack.value.length === 0} onPress={() => playing.undo()} />
        {events.length > 0 && <button type="button" class="small" onClick={() => playing.setEvents([])}>Start Over</button>}
        {events.length > 0 && <button type="button" class="small primary" onClick={() => channel.send({ kind: 'save-scenario', scenario, events })}>Save as Scenario</button>}
    </div>;
}
