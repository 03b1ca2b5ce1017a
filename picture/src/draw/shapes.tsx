import type { VNode } from 'preact';
import type { SceneSite } from '../scene/scene.js';

/** Outlines in a square from -8 to 8. Each kind of site has its own shape, and no color, which shows how a site is. */
const outlines = {
    central: 'M-8 0L-4 -7.5H4L8 0L4 7.5H-4Z',
    primary: 'M-7 -5Q-7 -7 -5 -7H5Q7 -7 7 -5V5Q7 7 5 7H-5Q-7 7 -7 5Z',
    secondary: 'M-7.3 0A7.3 7.3 0 1 1 7.3 0A7.3 7.3 0 1 1 -7.3 0Z',
    unknown: 'M0 -8L8 0L0 8L-8 0Z'
} as const;

const letters = { central: 'C', primary: 'P', secondary: 'S', unknown: '?' } as const;

interface KindShapeProps {
    readonly kind: SceneSite['kind'];
    /** Its center. */
    readonly x: number;
    readonly y: number;
    /** Its width in pixels. */
    readonly size?: number;
}

/** The sign of a kind of site: a shape with a letter. */
export function KindShape({ kind, x, y, size = 16 }: KindShapeProps): VNode {
    const name = kind ?? 'unknown';
    const isFilled = kind === 'central' || kind === 'primary';
    return <g transform={`translate(${x} ${y})${size === 16 ? '' : ` scale(${Number((size / 16).toFixed(3))})`}`}>
        <path class={isFilled ? 'kind-filled' : 'kind-open'} d={outlines[name]} />
        <text class={isFilled ? 'letter letter-on-ink' : 'letter'} y="3.6">{letters[name]}</text>
    </g>;
}
