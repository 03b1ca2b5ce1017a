import type { Preview } from '../state/preview.js';
import { pan, type Point, zoom } from './camera.js';

/** Pixels that a pointer may move and still be said to have clicked. */
const steady = 4;

/** Lets somebody look around in a picture with a pointer: drag and wheel move it, the wheel with Ctrl (or two fingers) makes it larger. */
export function followPointer(pane: HTMLElement, preview: Preview): () => void {
    const { viewport } = preview;
    let held: { readonly id: number; from: Point; isDragging: boolean } | undefined;
    let wasDragged = false;
    const at = ({ clientX, clientY }: MouseEvent): Point => {
        const { left, top } = pane.getBoundingClientRect();
        return { x: clientX - left, y: clientY - top };
    };
    const move = (by: Point): void => {
        if (viewport.value) {
            viewport.value = pan(viewport.value, by);
        }
    };
    const onWheel = (event: WheelEvent): void => {
        event.preventDefault();
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
        if ((event.ctrlKey || event.metaKey) && viewport.value) {
            viewport.value = zoom(viewport.value, Math.exp(-event.deltaY * lines / 300), at(event));
        } else {
            const [x, y] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
            move({ x: -x * lines, y: -y * lines });
        }
    };
    const onDown = (event: PointerEvent): void => {
        wasDragged = false;
        if (event.button === 0 || event.button === 1) {
            held = { id: event.pointerId, from: at(event), isDragging: false };
        }
    };
    const onMove = (event: PointerEvent): void => {
        if (held?.id !== event.pointerId) {
            return;
        }
        const here = at(event);
        const by = { x: here.x - held.from.x, y: here.y - held.from.y };
        if (!held.isDragging && Math.hypot(by.x, by.y) > steady) {
            held.isDragging = true;
            pane.setPointerCapture(event.pointerId);
            pane.classList.add('dragging');
        }
        if (held.isDragging) {
            held.from = here;
            move(by);
        }
    };
    const onUp = (event: PointerEvent): void => {
        if (held?.id === event.pointerId) {
            wasDragged = held.isDragging;
            pane.classList.remove('dragging');
            held = undefined;
        }
    };
    // The click that ends a drag is none.
    const onClick = (event: MouseEvent): void => wasDragged ? event.stopPropagation() : undefined;
    const end = new AbortController();
    const { signal } = end;
    pane.addEventListener('wheel', onWheel, { passive: false, signal });
    pane.addEventListener('pointerdown', onDown, { signal });
    pane.addEventListener('pointermove', onMove, { signal });
    pane.addEventListener('pointerup', onUp, { signal });
    pane.addEventListener('pointercancel', onUp, { signal });
    pane.addEventListener('click', onClick, { capture: true, signal });
    return () => end.abort();
}
