import { Picture } from '@sup/picture';
import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { siteInTime } from '../time/site-in-time.js';
import { animateMoves, type BoxPositions } from './moves.js';

/** The visible boxes and lines. */
export function Drawn({ preview }: { readonly preview: Preview }): VNode | null {
    const { drawing, scene, selectedSite, layers } = preview;
    const group = useRef<SVGGElement>(null);
    const positions = useRef<BoxPositions>({ growth: 1, boxes: new Map() });
    const Item = useMemo(() => siteInTime(preview), [preview]);
    const layout = drawing.layout.value;
    // Boxes move only when the layout changes, not with the viewport.
    useLayoutEffect(() => void (positions.current = animateMoves(group.current, layout, positions.current)), [layout]);
    const shown = drawing.visible.value;
    if (!scene.value || !shown) {
        return null;
    }
    const current = tabStop(preview);
    return <g ref={group} class={preview.isProblemsOnly.value ? 'problems-only' : undefined}>
        <Picture id="picture" scene={scene.value} layout={shown} layer={layers.shown.value} Item={Item} current={current ?? ''} selected={selectedSite.value?.id} />
    </g>;
}

/** The site that the Tab key focuses: the selected one if it is visible, otherwise the first visible one. */
function tabStop({ drawing, selectedSite }: Preview): string | undefined {
    const boxes = drawing.visible.value?.boxes ?? [];
    const selected = selectedSite.value?.id;
    return boxes.some(({ site }) => site === selected) ? selected : boxes[0]?.site;
}
