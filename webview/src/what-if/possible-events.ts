import { useSignal } from '@preact/signals';
import { errorMessage } from '@sup/model';
import { microsoftUpdate } from '@sup/picture';
import { outagesAt } from '@sup/playback';
import type { PossibleEvent } from '@sup/protocol/preview';
import { useEffect } from 'preact/hooks';
import type { Preview } from '../state/preview.js';

export interface PossibleEvents {
    readonly events: readonly PossibleEvent[];
    /** Why the events are unavailable. */
    readonly failure: string | undefined;
}

/** The events that can be applied to a part; undefined until the response arrives. Requested again when the plan changes. */
export function usePossibleEvents(preview: Preview, part: string): PossibleEvents | undefined {
    const { channel, content } = preview;
    const possible = useSignal<PossibleEvents | undefined>(undefined);
    useEffect(() => {
        const request = channel.request({ kind: 'possible', part });
        let isCurrent = true;
        request.response.then(
            events => isCurrent && (possible.value = { events: events ?? [], failure: undefined }),
            (error: unknown) => isCurrent && (possible.value = { events: [], failure: errorMessage(error) })
        );
        return () => {
            isCurrent = false;
            request.cancel();
        };
    }, [part, content.value]);
    const { value } = possible;
    const canRepair = value !== undefined && hasOutage(preview, part);
    return value && { ...value, events: value.events.filter(({ isRepair }) => canRepair || !isRepair) };
}

/** Whether a part, or a server of a site, has an outage at the current time. */
function hasOutage({ playing, drawing }: Preview, part: string): boolean {
    const recording = playing.recording.value;
    const parts = new Set([part === microsoftUpdate ? undefined : part, ...drawing.sites.value.get(part)?.servers.map(({ id }) => id) ?? []]);
    return recording !== undefined && outagesAt(recording, playing.time.value).some(outage => parts.has(outage.part));
}
