import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';

export interface PageSize {
    readonly width: number;
    readonly height: number;
}

/** A part of the layout that follows the size of the page until the user chooses otherwise. */
export class Adaptive<T> {
    /** The choice of the user, which is saved. */
    readonly chosen: Signal<T | undefined>;
    readonly current: ReadonlySignal<T>;

    constructor(page: ReadonlySignal<PageSize>, chosen: T | undefined, defaultFor: (page: PageSize) => T) {
        this.chosen = signal(chosen);
        this.current = computed(() => this.chosen.value ?? defaultFor(page.value));
    }
}

/** The height of the time pane that leaves most of a page to the picture, and has room for all strips if the page is high. */
export function defaultTimeHeight({ height }: PageSize): number {
    return Math.round(Math.min(Math.max(0.62 * height - 240, 200), 300));
}

/** On a small page, the legend is folded, so that the picture keeps its room. */
export function isLegendOpenByDefault({ width, height }: PageSize): boolean {
    return width >= 600 && height >= 600;
}

/** The size of the page, for as long as the page exists. */
export function pageSize(): ReadonlySignal<PageSize> {
    const size = signal({ width: innerWidth, height: innerHeight });
    addEventListener('resize', () => (size.value = { width: innerWidth, height: innerHeight }));
    return size;
}
