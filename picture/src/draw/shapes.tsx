import type { VNode } from 'preact';
import type { SceneSite } from '../scene/scene.js';

/** Outlines in a square from -8 to 8. Each kind of site has its own, so that kinds do not differ in color only. */
const outlines = {
    central: 'M-8 0L-4 -7.5H4L8 0L4 7.5H-4Z',
    primary: 'M-7 -5Q-7 -7 -5 -7H5Q7 -7 7 -5V5Q7 7 5 7H-5Q-7 7 -7 5Z',
    secondary: 'M-7.5 0A7.5 7.5 0 1 1 7.5 0A7.5 7.5 0 1 1 -7.5 0Z',
    unknown: 'M0 -8L8 0L0 8L-8 0Z'
} as const;

const letters = { central: 'C', primary: 'P', secondary: 'S', unknown: '?' } as const;

interface KindShapeProps {
    readonly kind: SceneSite['kind'];
    readonly x: number;
    readonly y: number;
    /** At a scale of 1 the shape is 16 pixels wide. */
    readonly scale?: number;
}

/** The mark of a kind of site: a shape with a letter. */
export function KindShape({ kind, x, y, scale = 1 }: KindShapeProps): VNode {
    const name = kind ?? 'unknown';
    return <g transform={`translate(${x} ${y})${scale === 1 ? '' : ` scale(${Number(scale.toFixed(2))})`}`}>
        <path class={`kind-${name}`} d={outlines[name]} />
        <text class="letter" y="3.6">{letters[name]}</text>
    </g>;
}
