import { useSignal } from '@preact/signals';
import type { PossibleEvent } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { momentText } from '../time/wording.js';
import { usePossibleEvents } from './possible-events.js';

/** What could happen to the selected part, from the moment that is shown on. */
export function WhatIf({ preview, part }: { readonly preview: Preview; readonly part: string }): VNode | null {
    const possible = usePossibleEvents(preview, part);
    if (!possible || preview.compared.value) {
        return null;
    }
    const { events, problem } = possible;
    return <section aria-label="What if">
        <h3>What if, at {momentText(preview.playing.moment)}…</h3>
        {problem !== undefined && <p class="bad-text">{problem}</p>}
        {problem === undefined && events.length === 0 && <p class="muted">Nothing can happen to it that would change the run.</p>}
        <ul class="events">{events.map(event => <li key={event.event}><EventButton preview={preview} event={event} /></li>)}</ul>
    </section>;
}

/** One event; of an event with a value that may be another, a field for that. */
function EventButton({ preview, event: { label, event, prefix, documentation } }: { readonly preview: Preview; readonly event: PossibleEvent }): VNode {
    const value = useSignal<string | undefined>(undefined);
    if (prefix === undefined) {
        return <button type="button" title={documentation} onClick={() => preview.playing.add(event)}>{label}</button>;
    }
    if (value.value === undefined) {
        return <button type="button" title={documentation} onClick={() => (value.value = event.slice(prefix.length))}>{label}…</button>;
    }
    const happen = (submitted: Event): void => {
        submitted.preventDefault();
        preview.playing.add(prefix + value.value);
        value.value = undefined;
    };
    return <form class="event-form" onSubmit={happen}>
        <label>{label} to<input type="text" value={value} onInput={changed => (value.value = changed.currentTarget.value)} /></label>
        <span class="buttons"><button type="submit" class="primary small">Let It Happen</button><button type="button" class="small" onClick={() => (value.value = undefined)}>Cancel</button></span>
    </form>;
}
