import { type RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Extra rows before and after the visible ones, so that scrolling shows no gap. */
const overscan = 12;

interface Rows<E extends HTMLElement> {
    readonly ref: RefObject<E | null>;
    /** The rows to draw: from the first (inclusive) to the last (exclusive). */
    readonly from: number;
    readonly to: number;
    onScroll(): void;
}

/** The visible rows of a long list, for a scrolling element with rows of equal height. */
export function useRows<E extends HTMLElement>(count: number, rowHeight: number): Rows<E> {
    const ref = useRef<E>(null);
    const [scroll, setScroll] = useState({ top: 0, height: 600 });
    const measure = (): void => {
        const { scrollTop: top = 0, clientHeight: height = 0 } = ref.current ?? {};
        setScroll(last => last.top === top && last.height === height ? last : { top, height });
    };
    useLayoutEffect(() => {
        const observer = new ResizeObserver(measure);
        observer.observe(ref.current!);
        return () => observer.disconnect();
    }, []);
    const from = Math.max(Math.floor(scroll.top / rowHeight) - overscan, 0);
    return { ref, from: Math.min(from, count), to: Math.min(from + Math.ceil(scroll.height / rowHeight) + 2 * overscan, count), onScroll: measure };
}
