import { useComputed } from '@preact/signals';
import { ArrowHeads, pictureClass, placeLegend } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** The space left of the legend, for the button that folds it. */
const side = 110;

/** The meaning of the signs that the picture contains. It folds to its name. */
export function LegendBar({ preview }: { readonly preview: Preview }): VNode | null {
    const { drawing, scene, isLegendOpen, typeScale } = preview;
    const layout = drawing.layout.value;
    const width = useComputed(() => Math.max(drawing.pane.value.width - side, 120));
    if (!layout || !scene.value || scene.value.sites.length === 0) {
        return null;
    }
    const legend = isLegendOpen.current.value ? placeLegend(scene.value, layout, width.value, 'legend-arrow', { hasStates: preview.states.value !== undefined, layer: preview.layers.shown.value }) : undefined;
    return <div class="legend-bar">
        <button type="button" class="plain" aria-expanded={isLegendOpen.current.value} onClick={() => (isLegendOpen.chosen.value = !isLegendOpen.current.value)}>{isLegendOpen.current.value ? '▾' : '▸'} Legend</button>
        {legend && <svg class={pictureClass} width={width.value * typeScale.value} height={legend.height * typeScale.value} viewBox={`0 0 ${width.value} ${legend.height}`} role="img" aria-label="Legend">
            <defs><ArrowHeads id="legend-arrow" /></defs>
            {legend.draw()}
        </svg>}
    </div>;
}
