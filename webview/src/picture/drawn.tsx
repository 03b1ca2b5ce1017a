import { Picture } from '@sup/picture';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { animateMoves, type Places } from './moves.js';

/** The boxes and lines that are in sight. */
export function Drawn({ preview }: { readonly preview: Preview }): VNode | null {
    const { drawing, scene, selectedSite } = preview;
    const group = useRef<SVGGElement>(null);
    const places = useRef<Places>(new Map());
    const layout = drawing.layout.value;
    // Where boxes stand changes with the layout only: looking around moves nothing.
    useLayoutEffect(() => void (places.current = animateMoves(group.current, layout, places.current)), [layout]);
    const shown = drawing.shown.value;
    if (!scene.value || !shown) {
        return null;
    }
    const current = tabStop(preview);
    return <g ref={group} class={preview.isTroubleOnly.value ? 'trouble-only' : undefined}>
        <Picture id="picture" scene={scene.value} layout={shown} detail={drawing.detail.value} current={current ?? ''} selected={selectedSite.value?.id} />
    </g>;
}

/** The site that the Tab key leads to: the selected one, where it can be seen; else the first in sight. */
export function tabStop({ drawing, selectedSite }: Preview): string | undefined {
    const boxes = drawing.shown.value?.boxes ?? [];
    const selected = selectedSite.value?.id;
    return boxes.some(({ site }) => site === selected) ? selected : boxes[0]?.site;
}
