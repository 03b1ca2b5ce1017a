import { useComputed, useSignalEffect } from '@preact/signals';
import { pictureClass } from '@sup/picture';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { Overlay } from '../time/overlay.js';
import { Branches } from './branches.js';
import { Drawn } from './drawn.js';
import { Frames } from './frames.js';
import { followPointer } from './gestures.js';
import { HoverCard } from './hover-card.js';
import { followHover, markRelated, relatedTo } from './hover.js';
import { KeyboardTree } from './keyboard-tree.js';
import { Minimap } from './minimap.js';
import { followDoublePress, handlePress } from './press.js';

/** The picture of the hierarchy, which can be moved and zoomed. */
export function PicturePane({ preview }: { readonly preview: Preview }): VNode {
    const pane = useRef<HTMLDivElement>(null);
    const picture = useRef<SVGSVGElement>(null);
    const transform = useComputed(() => {
        const { x, y, scale: own } = preview.navigation.viewport.value ?? { x: 0, y: 0, scale: 1 };
        const scale = own * preview.typeScale.value;
        return `matrix(${scale} 0 0 ${scale} ${-x * scale} ${-y * scale})`;
    });
    useEffect(() => followPointer(pane.current!, preview), [preview]);
    useEffect(() => followDoublePress(pane.current!, preview), [preview]);
    useEffect(() => followHover(pane.current!, preview), [preview]);
    useSignalEffect(() => {
        const id = preview.hovered.value;
        markRelated(picture.current!, id === undefined ? undefined : relatedTo(preview.drawing.sites.peek(), id));
    });
    useEffect(() => trackSize(pane.current!, preview), [preview, preview.typeScale.value]);
    useEffect(() => {
        const keys = new KeyboardTree(pane.current!, preview);
        return () => keys.dispose();
    }, [preview]);
    return <div
        ref={pane} class="picture-pane" onClick={event => handlePress(event, preview)} onContextMenu={event => handlePress(event, preview)}
    >
        <svg ref={picture} class={`${pictureClass} picture`}>
            <g transform={transform}>
                <Drawn preview={preview} />
                <Branches preview={preview} />
                <Frames preview={preview} />
                <Overlay preview={preview} />
            </g>
        </svg>
        <HoverCard preview={preview} />
        <Minimap preview={preview} />
    </div>;
}

/** Tracks the size of the pane, in units of its type. */
function trackSize(pane: HTMLElement, preview: Preview): () => void {
    const scale = preview.typeScale.peek();
    const observer = new ResizeObserver(() => preview.navigation.resize({ width: pane.clientWidth / scale, height: pane.clientHeight / scale }));
    observer.observe(pane);
    return () => observer.disconnect();
}
