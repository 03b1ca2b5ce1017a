import type { VNode } from 'preact';

/** Line drawings of 16 by 16 pixels. */
const paths = {
    down: 'M8 2.5v3M8 5.5H3.5v3M8 5.5h4.5v3M1.5 8.5h4v4h-4zM10.5 8.5h4v4h-4z',
    right: 'M2.5 8h3M5.5 8V3.5h3M5.5 8v4.5h3M8.5 1.5h4v4h-4zM8.5 10.5h4v4h-4z',
    fit: 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5',
    zoomIn: 'M3 8h10M8 3v10',
    zoomOut: 'M3 8h10',
    list: 'M2 4h1M5 4h9M2 8h1M5 8h9M2 12h1M5 12h9',
    warning: 'M8 2L14.5 13.5H1.5ZM8 6.2V9.6M8 11.4v.6',
    time: 'M2 8A6 6 0 1 1 14 8A6 6 0 1 1 2 8M8 4.5V8l2.5 1.8',
    compare: 'M4 2.5v8M4 10.5A1.5 1.5 0 1 0 4 13.5A1.5 1.5 0 1 0 4 10.5M12 13.5v-8M12 5.5A1.5 1.5 0 1 0 12 2.5A1.5 1.5 0 1 0 12 5.5M7 4h2M7 12h2',
    export: 'M8 10V2M5 5l3-3 3 3M3 9.5V14h10V9.5',
    close: 'M4 4l8 8M12 4l-8 8',
    previous: 'M4 10l4-4 4 4',
    next: 'M4 6l4 4 4-4',
    play: 'M5 3l8 5-8 5z',
    pause: 'M5 3v10M11 3v10',
    stepBack: 'M11.5 3L6 8l5.5 5M4 3v10',
    stepForward: 'M4.5 3L10 8l-5.5 5M12 3v10',
    toStart: 'M13 3L8 8l5 5M7 3L2 8l5 5',
    toEnd: 'M3 3l5 5-5 5M9 3l5 5-5 5',
    undo: 'M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6'
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): VNode {
    return <svg class="icon-drawing" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d={paths[name]} /></svg>;
}
