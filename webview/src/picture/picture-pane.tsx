import { useComputed } from '@preact/signals';
import { pictureClass } from '@sup/picture';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { Overlay } from '../time/overlay.js';
import { Branches } from './branches.js';
import { Drawn } from './drawn.js';
import { Frames } from './frames.js';
import { followPointer } from './gestures.js';
import { KeyboardTree } from './keyboard-tree.js';
import { Minimap } from './minimap.js';
import { handlePress } from './press.js';

/** The picture of the hierarchy, which can be moved and zoomed. */
export function PicturePane({ preview }: { readonly preview: Preview }): VNode {
    const pane = useRef<HTMLDivElement>(null);
    const transform = useComputed(() => {
        const { x, y, scale } = preview.viewport.value ?? { x: 0, y: 0, scale: 1 };
        return `matrix(${scale} 0 0 ${scale} ${-x * scale} ${-y * scale})`;
    });
    useEffect(() => followPointer(pane.current!, preview), [preview]);
    useEffect(() => trackSize(pane.current!, preview), [preview]);
    useEffect(() => {
        const keys = new KeyboardTree(pane.current!, preview);
        return () => keys.dispose();
    }, [preview]);
    return <div
        ref={pane} class="picture-pane" onClick={event => handlePress(event, preview)} onDblClick={event => handlePress(event, preview)}
        onContextMenu={event => handlePress(event, preview)}
    >
        <svg class={`${pictureClass} picture`}>
            <g transform={transform}>
                <Drawn preview={preview} />
                <Branches preview={preview} />
                <Frames preview={preview} />
                <Overlay preview={preview} />
            </g>
        </svg>
        <Minimap preview={preview} />
    </div>;
}

/** Tracks the size of the pane. */
function trackSize(pane: HTMLElement, preview: Preview): () => void {
    const observer = new ResizeObserver(() => preview.resize({ width: pane.clientWidth, height: pane.clientHeight }));
    observer.observe(pane);
    return () => observer.disconnect();
}
