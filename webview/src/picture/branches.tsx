import type { PlacedBox } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

const radius = 7;

/** A button at each parent site that expands or collapses its branch. On the keyboard, the arrow keys do the same. */
export function Branches({ preview }: { readonly preview: Preview }): VNode | null {
    const { drawing } = preview;
    const shown = drawing.visible.value;
    if (!shown) {
        return null;
    }
    const boxes = shown.boxes.filter(({ site }) => drawing.sites.value.get(site)?.children.length);
    return <g class="branches" aria-hidden="true">
        {boxes.map(box => <Branch key={box.site} box={box} />)}
    </g>;
}

function Branch({ box }: { readonly box: PlacedBox }): VNode {
    const { site, x, y, width, height, hidden } = box;
    return <g data-branch={site} class={hidden ? 'branch-hidden' : undefined} transform={`translate(${x + width - 14} ${y + height})`}>
        <title>{hidden ? 'Show Child Sites' : 'Hide Child Sites'}</title>
        <circle r={radius + 3} class="target" />
        <circle r={radius} class="branch" />
        <path class="branch-sign" d={hidden ? 'M-3.5 0H3.5M0 -3.5V3.5' : 'M-3.5 0H3.5'} />
    </g>;
}
