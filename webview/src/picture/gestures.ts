import type { Preview } from '../state/preview.js';
import { pan, type Point } from './camera.js';

/** The movement in pixels up to which a press counts as a click. */
const clickTolerance = 4;

/** Moves the picture by dragging and with the wheel, and zooms with Ctrl and the wheel (or a pinch). Returns a function that removes the listeners. */
export function followPointer(pane: HTMLElement, preview: Preview): () => void {
    const { viewport } = preview.navigation;
    let pressed: { readonly id: number; from: Point; isDragging: boolean } | undefined;
    let wasDragged = false;
    const at = ({ clientX, clientY }: MouseEvent): Point => {
        const { left, top } = pane.getBoundingClientRect();
        const scale = preview.typeScale.peek();
        return { x: (clientX - left) / scale, y: (clientY - top) / scale };
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
            preview.navigation.zoomBy(Math.exp(-event.deltaY * lines / 300), at(event));
        } else {
            const [x, y] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
            move({ x: -x * lines, y: -y * lines });
        }
    };
    const onDown = (event: PointerEvent): void => {
        wasDragged = false;
        if (event.button === 0 || event.button === 1) {
            pressed = { id: event.pointerId, from: at(event), isDragging: false };
        }
    };
    const onMove = (event: PointerEvent): void => {
        if (pressed?.id !== event.pointerId) {
            return;
        }
        const here = at(event);
        const by = { x: here.x - pressed.from.x, y: here.y - pressed.from.y };
        if (!pressed.isDragging && Math.hypot(by.x, by.y) > clickTolerance) {
            pressed.isDragging = true;
            pane.setPointerCapture(event.pointerId);
            pane.classList.add('dragging');
        }
        if (pressed.isDragging) {
            pressed.from = here;
            move(by);
        }
    };
    const onUp = (event: PointerEvent): void => {
        if (pressed?.id === event.pointerId) {
            wasDragged = pressed.isDragging;
            pane.classList.remove('dragging');
            pressed = undefined;
        }
    };
    // Suppresses the click event at the end of a drag.
    const onClick = (event: MouseEvent): void => wasDragged ? event.stopPropagation() : undefined;
    const controller = new AbortController();
    const { signal } = controller;
    pane.addEventListener('wheel', onWheel, { passive: false, signal });
    pane.addEventListener('pointerdown', onDown, { signal });
    pane.addEventListener('pointermove', onMove, { signal });
    pane.addEventListener('pointerup', onUp, { signal });
    pane.addEventListener('pointercancel', onUp, { signal });
    pane.addEventListener('click', onClick, { capture: true, signal });
    return () => controller.abort();
}
