import type { Direction, PlacedBox } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

const radius = 9;

/** At each site with others below it, a button that hides or shows them. The keyboard does so with the arrow keys. */
export function Branches({ preview }: { readonly preview: Preview }): VNode | null {
    const { drawing, direction } = preview;
    const shown = drawing.shown.value;
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
        <title>{hidden ? 'Show what is below' : 'Hide what is below'}</title>
        <circle r={radius + 3} class="target" />
        <circle r={radius} class="branch" />
        <path class="branch-sign" d={hidden ? 'M-4 0H4M0 -4V4' : 'M-4 0H4'} />
    </g>;
}
