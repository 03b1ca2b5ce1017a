import { rectangleOfPart, type Rectangle } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** Limits the frames around matches. */
const maxFrames = 200;

/** Frames around the selected part and the search matches. */
export function Frames({ preview }: { readonly preview: Preview }): VNode | null {
    const { scene, drawing, selection, search } = preview;
    const [value, layout, shown] = [scene.value, drawing.layout.value, drawing.visible.value];
    if (!value || !layout || !shown) {
        return null;
    }
    const visible = new Set(shown.boxes.map(({ site }) => site));
    const hits = search.hits.value.filter(part => part === search.current || visible.has(part) || !part.startsWith('site:'));
    const boundsOf = (part: string): Rectangle | undefined => rectangleOfPart(value, layout, part);
    return <g class="frames" aria-hidden="true">
        {hits.slice(0, maxFrames).map(part => <Frame key={part} bounds={boundsOf(part)} kind={part === search.current ? 'hit hit-current' : 'hit'} />)}
        {selection.value !== undefined && <Frame bounds={boundsOf(selection.value)} kind="selected" />}
    </g>;
}

function Frame({ bounds, kind }: { readonly bounds: Rectangle | undefined; readonly kind: string }): VNode | null {
    return bounds ? <rect class={kind} x={bounds.x - 2} y={bounds.y - 2} width={bounds.width + 4} height={bounds.height + 4} rx="8" /> : null;
}
