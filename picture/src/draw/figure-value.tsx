import type { VNode } from 'preact';
import { boldWidth, truncateToWidth } from '../layout/text-width.js';
import type { FigureSign, SiteFigure } from '../layers/layer.js';
import { SeveritySign } from './badges.js';
import { type TextPart, widthOf } from './text-line.js';

/** The figure of a layer with its sign. */
type Value = Pick<SiteFigure, 'value' | 'sign'>;

const signWidth = 18;
const tagPad = 5;
const size = 12;

const isTag = (sign: FigureSign | undefined): sign is 'ssl' | 'http' | 'unknown' => sign === 'ssl' || sign === 'http' || sign === 'unknown';

export function figureWidth({ value, sign }: Value): number {
    return boldWidth(value, size) + (isTag(sign) ? 2 * tagPad : sign === undefined ? 0 : signWidth);
}

/** Shortens a figure to a width; an ellipsis at least is left. */
export function fitFigure({ value, sign }: Value, width: number): Value {
    const over = figureWidth({ value, sign }) - width;
    return over <= 0 ? { value, sign } : { sign, value: truncateToWidth(value, size, boldWidth(value, size) - over, boldWidth) };
}

/** The subject of a figure, as far as a width has room for it. */
export function noteIn({ note, shortNote = note }: SiteFigure, width: number): TextPart {
    const whole: TextPart = { text: note, size: 11, isQuiet: true };
    return widthOf(whole) <= width ? whole : { ...whole, text: shortNote };
}

/** Draws the figure of a site, aligned to the right; `y` is the vertical center. */
export function FigureValue({ value, sign, right, y }: Value & { readonly right: number; readonly y: number }): VNode | null {
    if (isTag(sign)) {
        const width = Math.round(figureWidth({ value, sign }));
        return <g transform={`translate(${Math.round(right) - width} ${y - 8})`}>
            <rect class={`tag-${sign}`} x="0.5" y="0.5" width={width - 1} height="15" rx="3" />
            <text class={`size-12 strong tag-text-${sign}`} x={width / 2} y="12.3" text-anchor="middle">{value}</text>
        </g>;
    }
    return value === '' ? null : <>
        {sign && <FigureSignShape sign={sign} x={right - figureWidth({ value, sign }) + 7} y={y} />}
        <text class="size-12 strong" x={right} y={y + 4.3} text-anchor="end">{value}</text>
    </>;
}

/** A sign without a figure, around a center. */
export function FigureSignShape({ sign, x, y }: { readonly sign: FigureSign; readonly x: number; readonly y: number }): VNode {
    switch (sign) {
        case 'ssl':
        case 'http':
        case 'unknown': return <rect class={`tag-${sign}`} x={x - 7} y={y - 5} width="14" height="10" rx="3" />;
        case 'differs': return <text class="size-15 strong" x={x} y={y + 5} text-anchor="middle">≠</text>;
        case 'full': return <SeveritySign severity="warning" x={x} y={y} scale={0.9} />;
        default: return <SeveritySign severity={sign} x={x} y={y} scale={0.9} />;
    }
}

/** A bar of which a share is filled. */
export function ShareBar({ share, x, y, width }: { readonly share: number; readonly x: number; readonly y: number; readonly width: number }): VNode {
    return <g transform={`translate(${x} ${y})`}>
        <rect class="share" x="0.5" y="0.5" width={width - 1} height="4" rx="2" />
        {share > 0 && <rect class="share-fill" width={Math.max(share * width, 2)} height="5" rx="2" />}
    </g>;
}
