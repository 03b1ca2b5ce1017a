import type { VNode } from 'preact';
import type { FactIcon } from '../layout/box-rows.js';

/** Line drawings of 12 by 12 pixels. */
const icons: Readonly<Record<FactIcon, string>> = {
    site: 'M1.5 2.5h9M1.5 6h9M1.5 9.5h5.5',
    clients: 'M1.5 2h9v6.5h-9zM4 10.5h4',
    link: 'M3.5 10.5v-9M1.5 3.5l2-2 2 2M8.5 1.5v9M6.5 8.5l2 2 2-2',
    window: 'M1 6A5 5 0 1 1 11 6A5 5 0 1 1 1 6M6 3v3l2 1.5',
    supply: 'M6 1.5v6.5M3.2 5.5L6 8.3l2.8-2.8M1.5 10.5h9',
    scan: 'M6 10.5v-2M6 6.5v-2M3.2 4.3L6 1.5l2.8 2.8',
    nothing: 'M1.5 6A4.5 4.5 0 1 1 10.5 6A4.5 4.5 0 1 1 1.5 6M3 9L9 3',
    apart: 'M6 1.5l5 9h-10zM6 5v2.5M6 9v.2'
};

/** A sign with its upper left corner at a point. */
export function Icon({ icon, x, y }: { readonly icon: FactIcon; readonly x: number; readonly y: number }): VNode {
    return <path class="icon" d={icons[icon]} transform={`translate(${x} ${y})`} />;
}
