import type { VNode } from 'preact';
import type { Adaptive } from '../state/adaptive.js';

const minSize = 120;
const step = 24;

interface SplitterProps {
    /** The accessible name. */
    readonly label: string;
    /** The height of a bottom pane or the width of a right pane, in pixels. */
    readonly size: Adaptive<number>;
    readonly edge: 'bottom' | 'right';
}

/** The inner edge of a pane, which resizes it by dragging or with the arrow keys. */
export function Splitter({ label, size, edge }: SplitterProps): VNode {
    const isBottom = edge === 'bottom';
    const set = (value: number): void => void (size.chosen.value = Math.round(Math.min(Math.max(value, minSize), (isBottom ? innerHeight : innerWidth) - minSize)));
    const onMove = (event: PointerEvent): void => event.buttons === 1 ? set(isBottom ? innerHeight - event.clientY : innerWidth - event.clientX) : undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
        const steps: Readonly<Record<string, number>> = isBottom ? { ArrowUp: step, ArrowDown: -step } : { ArrowLeft: step, ArrowRight: -step };
        const by = steps[event.key];
        if (by !== undefined) {
            event.preventDefault();
            set(size.current.value + by);
        }
    };
    return <div
        class={`splitter splitter-${edge}`} role="separator" aria-orientation={isBottom ? 'horizontal' : 'vertical'} aria-label={label} aria-valuenow={size.current.value} aria-valuemin={minSize} tabIndex={0}
        onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={onMove} onKeyDown={onKeyDown}
    />;
}
