import { useSignal } from '@preact/signals';
import type { PossibleEvent } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { momentText } from '../time/wording.js';
import { usePossibleEvents } from './possible-events.js';

/** The events that can be applied to the selected part at the current time. */
export function WhatIf({ preview, part }: { readonly preview: Preview; readonly part: string }): VNode | null {
    const possible = usePossibleEvents(preview, part);
    if (!possible || preview.compared.value) {
        return null;
    }
    const { events, failure } = possible;
    return <section aria-label="What if">
        <h3>What if, at {momentText(preview.playing.eventTime)}…</h3>
        {failure !== undefined && <p class="bad-text">{failure}</p>}
        {failure === undefined && events.length === 0 && <p class="muted">No event for this part would change the run.</p>}
        <ul class="events">{events.map(event => <li key={event.event}><EventButton preview={preview} event={event} /></li>)}</ul>
    </section>;
}

/** A button that adds an event, with an input field if the event has an adjustable value. */
function EventButton({ preview, event: { label, event, prefix, documentation } }: { readonly preview: Preview; readonly event: PossibleEvent }): VNode {
    const value = useSignal<string | undefined>(undefined);
    if (prefix === undefined) {
        return <button type="button" title={documentation} onClick={() => preview.playing.addEvent(event)}>{label}</button>;
    }
    if (value.value === undefined) {
        return <button type="button" title={documentation} onClick={() => (value.value = event.slice(prefix.length))}>{label}…</button>;
    }
    const submit = (submission: Event): void => {
        submission.preventDefault();
        preview.playing.addEvent(prefix + value.value);
        value.value = undefined;
    };
    return <form class="event-form" onSubmit={submit}>
        <label>{label} to<input type="text" value={value} onInput={input => (value.value = input.currentTarget.value)} /></label>
        <span class="buttons"><button type="submit" class="primary small">Add Event</button><button type="button" class="small" onClick={() => (value.value = undefined)}>Cancel</button></span>
    </form>;
}
