import type { VNode } from 'preact';
import { Popup } from '../shell/popup.js';
import type { OpenMenu } from '../state/open-menu.js';
import type { Preview } from '../state/preview.js';
import { usePossibleEvents } from './possible-events.js';

/** The context menu of a part. */
export function Menu({ preview }: { readonly preview: Preview }): VNode | null {
    const open = preview.menu.value;
    return open ? <PartMenu key={`${open.part}${open.x}${open.y}`} preview={preview} open={open} /> : null;
}

function PartMenu({ preview, open: { part, x, y } }: { readonly preview: Preview; readonly open: OpenMenu }): VNode {
    const possible = usePossibleEvents(preview, part);
    return <Popup label="What if" x={x} y={y} onClose={() => (preview.menu.value = undefined)}>
        {part !== 'microsoft-update' && <button type="button" role="menuitem" tabIndex={-1} onClick={() => preview.open(part, true)}>Show Source</button>}
        {possible?.events.map(({ label, event, prefix, documentation }) => <button key={event} type="button" role="menuitem" tabIndex={-1} title={documentation} onClick={() => preview.playing.addEvent(event)}>
            {label}{prefix === undefined ? '' : ` to ${event.slice(prefix.length)}`}
        </button>)}
        {possible?.failure !== undefined && <p>{possible.failure}</p>}
    </Popup>;
}
