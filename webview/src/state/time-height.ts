import type { Signal } from '@preact/signals';

/** The height of the time pane that leaves most of a page to the picture, and has room for all strips if the page is high. */
export function defaultTimeHeight(page: number): number {
    return Math.round(Math.min(Math.max(0.62 * page - 240, 200), 320));
}

/** Adapts the height to the page until the user chooses another one. Returns a function that stops it. */
export function followPageHeight(height: Signal<number>): () => void {
    let page = innerHeight;
    const adapt = (): void => {
        if (height.peek() === defaultTimeHeight(page)) {
            height.value = defaultTimeHeight(innerHeight);
        }
        page = innerHeight;
    };
    addEventListener('resize', adapt);
    return () => removeEventListener('resize', adapt);
}
