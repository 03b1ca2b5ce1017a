import { type RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows beyond the edges that are in the page, so that scrolling a little shows no gap. */
const beyond = 12;

interface Rows<E extends HTMLElement> {
    readonly ref: RefObject<E | null>;
    /** The rows to draw: from, and before. */
    readonly from: number;
    readonly to: number;
    onScroll(): void;
}

/** Which rows of a long list are in sight, for an element that scrolls and rows of one height. */
export function useRows<E extends HTMLElement>(count: number, height: number): Rows<E> {
    const ref = useRef<E>(null);
    const [place, setPlace] = useState({ top: 0, room: 600 });
    const look = (): void => {
        const { scrollTop: top = 0, clientHeight: room = 0 } = ref.current ?? {};
        setPlace(last => last.top === top && last.room === room ? last : { top, room });
    };
    useLayoutEffect(() => {
        const observer = new ResizeObserver(look);
        observer.observe(ref.current!);
        return () => observer.disconnect();
    }, []);
    const from = Math.max(Math.floor(place.top / height) - beyond, 0);
    return { ref, from: Math.min(from, count), to: Math.min(from + Math.ceil(place.room / height) + 2 * beyond, count), onScroll: look };
}
