import type { Signal } from '@preact/signals';
import type { VNode } from 'preact';

const least = 120;
const step = 24;

/** The upper edge of a pane below another, to be moved by hand or by the arrow keys. */
export function Splitter({ size }: { readonly size: Signal<number> }): VNode {
    const set = (height: number): void => void (size.value = Math.round(Math.min(Math.max(height, least), innerHeight - least)));
    const onMove = (event: PointerEvent): void => event.buttons === 1 ? set(innerHeight - event.clientY) : undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
        const by = { ArrowUp: step, ArrowDown: -step }[event.key];
        if (by !== undefined) {
            event.preventDefault();
            set(size.value + by);
        }
    };
    return <div
        class="splitter" role="separator" aria-orientation="horizontal" aria-label="Height of the time pane" aria-valuenow={size.value} aria-valuemin={least} tabIndex={0}
        onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={onMove} onKeyDown={onKeyDown}
    />;
}
