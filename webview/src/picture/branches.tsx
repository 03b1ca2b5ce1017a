import type { Direction, PlacedBox } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

const radius = 9;

/** A button at each parent site that expands or collapses its branch. On the keyboard, the arrow keys do the same. */
export function Branches({ preview }: { readonly preview: Preview }): VNode | null {
    const { drawing, direction } = preview;
    const shown = drawing.visible.value;
    if (!shown || drawing.detail.value !== 'full') {
        return null;
    }
    const boxes = shown.boxes.filter(({ site }) => drawing.sites.value.get(site)?.children.length);
    return <g class="branches" aria-hidden="true">
        {boxes.map(box => <Branch key={box.site} box={box} direction={direction.value} />)}
    </g>;
}

function Branch({ box, direction }: { readonly box: PlacedBox; readonly direction: Direction }): VNode {
    const { site, x, y, width, height, hidden } = box;
    const [cx, cy] = direction === 'down' ? [x + width / 2, y + height] : [x + width, y + height / 2];
    return <g data-branch={site} transform={`translate(${cx} ${cy})`}>
        <title>{hidden ? 'Show Child Sites' : 'Hide Child Sites'}</title>
        <circle r={radius + 3} class="target" />
        <circle r={radius} class="branch" />
        <path class="branch-sign" d={hidden ? 'M-4 0H4M0 -4V4' : 'M-4 0H4'} />
    </g>;
}
