import { useComputed } from '@preact/signals';
import { margin } from '@sup/picture';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { contains, visibleArea } from './camera.js';

const maxSize = { width: 176, height: 112 };

/** An overview of the picture in the corner, with a frame around the visible area. Hidden while the whole picture is visible. */
export function Minimap({ preview }: { readonly preview: Preview }): VNode | null {
    const { drawing, navigation: { viewport } } = preview;
    const layout = drawing.layout.value;
    const isNeeded = useComputed(() => {
        const [whole, view] = [drawing.layout.value, viewport.value];
        return whole !== undefined && view !== undefined && !contains(visibleArea(view, drawing.pane.value), { x: 0, y: 0, width: whole.width - margin, height: whole.height - margin });
    });
    const frame = useComputed(() => viewport.value ? visibleArea(viewport.value, drawing.pane.value) : { x: 0, y: 0, width: 0, height: 0 });
    if (!layout || !isNeeded.value) {
        return null;
    }
    const scale = Math.min(maxSize.width / layout.width, maxSize.height / layout.height);
    const centerOn = (event: PointerEvent): void => {
        const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
        const { width, height } = frame.peek();
        const view = viewport.peek();
        if (view && event.buttons === 1) {
            event.stopPropagation();
            viewport.value = { scale: view.scale, x: (event.clientX - left) / scale - width / 2, y: (event.clientY - top) / scale - height / 2 };
        }
    };
    return <div class="minimap" aria-hidden="true" onClick={event => event.stopPropagation()}>
        <svg width={Math.max(layout.width * scale, 1)} height={Math.max(layout.height * scale, 1)} viewBox={`0 0 ${layout.width} ${layout.height}`} onPointerDown={centerOn} onPointerMove={centerOn}>
            <Boxes preview={preview} unit={1 / scale} />
            <rect class="minimap-frame" x={useComputed(() => frame.value.x)} y={useComputed(() => frame.value.y)} width={useComputed(() => frame.value.width)} height={useComputed(() => frame.value.height)} stroke-width={1.5 / scale} />
        </svg>
    </div>;
}

/** All boxes as a single path, because thousands of elements would slow down every frame. */
function Boxes({ preview, unit }: { readonly preview: Preview; readonly unit: number }): VNode {
    const path = useRef<SVGPathElement>(null);
    const layout = preview.drawing.layout.value;
    useEffect(() => {
        const parts = layout?.boxes.map(({ x, y, width, height }) => `M${x} ${y}h${Math.max(width, unit)}v${Math.max(height, unit)}h${-Math.max(width, unit)}z`) ?? [];
        path.current?.setAttribute('d', parts.join(''));
    }, [layout, unit]);
    return <path ref={path} class="minimap-box" />;
}
