import { placeOfPart, type Rectangle } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** Frames around what is selected and what has been found. */
export function Frames({ preview }: { readonly preview: Preview }): VNode | null {
    const { scene, drawing, selection, search } = preview;
    const [value, layout, shown] = [scene.value, drawing.layout.value, drawing.shown.value];
    if (!value || !layout || !shown) {
        return null;
    }
    const inSight = new Set(shown.boxes.map(({ site }) => site));
    const hits = search.hits.value.filter(part => part === search.current || inSight.has(part) || !part.startsWith('site:'));
    const placed = (part: string): Rectangle | undefined => placeOfPart(value, layout, part);
    return <g class="frames" aria-hidden="true">
        {hits.slice(0, 200).map(part => <Frame key={part} place={placed(part)} kind={part === search.current ? 'hit hit-current' : 'hit'} />)}
        {selection.value !== undefined && <Frame place={placed(selection.value)} kind="selected" />}
    </g>;
}

function Frame({ place, kind }: { readonly place: Rectangle | undefined; readonly kind: string }): VNode | null {
    return place ? <rect class={kind} x={place.x - 4} y={place.y - 4} width={place.width + 8} height={place.height + 8} rx="9" /> : null;
}
