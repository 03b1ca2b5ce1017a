import { useSignal } from '@preact/signals';
import { errorMessage } from '@sup/model';
import { microsoftUpdate } from '@sup/picture';
import { outagesAt } from '@sup/playback';
import type { PossibleEvent } from '@sup/protocol/preview';
import { useEffect } from 'preact/hooks';
import type { Preview } from '../state/preview.js';

export interface Possible {
    readonly events: readonly PossibleEvent[];
    /** Why there are none. */
    readonly problem: string | undefined;
}

/** What can happen to a part; undefined until the answer has come. Asked again when the plan is another. */
export function usePossibleEvents(preview: Preview, part: string): Possible | undefined {
    const { channel, content } = preview;
    const possible = useSignal<Possible | undefined>(undefined);
    useEffect(() => {
        const asked = channel.ask({ kind: 'possible', part });
        let isWanted = true;
        asked.answer.then(
            events => isWanted && (possible.value = { events: events ?? [], problem: undefined }),
            (error: unknown) => isWanted && (possible.value = { events: [], problem: errorMessage(error) })
        );
        return () => {
            isWanted = false;
            asked.cancel();
        };
    }, [part, content.value]);
    const { value } = possible;
    const isBroken = value !== undefined && isOutOfOrder(preview, part);
    return value && { ...value, events: value.events.filter(({ isRepair }) => isBroken || !isRepair) };
}

/** Whether something of a part, or of a server of a site, has failed at the moment that is shown. */
function isOutOfOrder({ playing, drawing }: Preview, part: string): boolean {
    const recording = playing.recording.value;
    const parts = new Set([part === microsoftUpdate ? undefined : part, ...drawing.sites.value.get(part)?.servers.map(({ id }) => id) ?? []]);
    return recording !== undefined && outagesAt(recording, playing.time.value).some(outage => parts.has(outage.part));
}
