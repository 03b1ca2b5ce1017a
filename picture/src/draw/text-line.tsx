import type { VNode } from 'preact';
import { boldWidth, textWidth, truncateToWidth } from '../layout/text-width.js';
import type { SiteMark } from '../scene/scene.js';
import type { TypeSize } from './stylesheet.js';

export interface TextPart {
    readonly text: string;
    readonly size: TypeSize;
    readonly isStrong?: boolean;
    readonly isQuiet?: boolean;
    readonly isCode?: boolean;
    /** Left out rather than truncated: a part of a number is a wrong number. */
    readonly isWhole?: boolean;
    /** Struck through. */
    readonly isStruck?: boolean;
    /** Gives it the color of an unusual condition. */
    readonly condition?: 'fail' | 'behind';
    /** Gives it the color of a kind of difference. */
    readonly mark?: SiteMark['kind'];
}

interface TextLineProps {
    readonly x: number;
    /** The baseline. */
    readonly y: number;
    readonly width: number;
    /** From the left. The first one always stays, the others are truncated and left out where they do not fit. */
    readonly parts: readonly TextPart[];
    /** Aligned to the right. Left out if there is no room beside the first part. */
    readonly right?: TextPart | undefined;
    /** The width to which the first part may be truncated in favor of the right one. */
    readonly leastFirst?: number;
}

const gap = 5;
/** A text is left out rather than truncated to less than this width. */
const minRest = 24;

/** A line of texts that do not overlap and do not leave their box. */
export function TextLine({ x, y, width, parts, right, leastFirst = Infinity }: TextLineProps): VNode {
    const [first, ...others] = parts.filter(part => part.text !== '' && !(part.isWhole && widthOf(part) > width));
    const least = first ? Math.min(widthOf(first), leastFirst) : 0;
    const hasRight = right !== undefined && right.text !== '' && width >= widthOf(right) + (first ? gap + least : 0);
    const end = width - (hasRight ? widthOf(right) + gap : 0);
    const shown = first ? [truncated(first, end)] : [];
    let used = shown[0] ? widthOf(shown[0]) : 0;
    for (const part of others) {
        const room = end - used - gap;
        if (room < (part.isWhole ? widthOf(part) : Math.min(minRest, widthOf(part)))) {
            break;
        }
        shown.push(truncated(part, room));
        used += gap + widthOf(shown.at(-1)!);
    }
    // One text element, so that the parts follow each other in the reader's font, which may be narrower than estimated.
    return <>
        {shown.length > 0 && <text x={x} y={y}>{shown.map((part, i) => <tspan class={classOf(part)} dx={i === 0 ? undefined : gap}>{part.text}</tspan>)}</text>}
        {hasRight && <text class={classOf(right)} x={x + width} y={y} text-anchor="end">{right.text}</text>}
    </>;
}

export function widthOf({ text, size, isStrong, isCode }: TextPart): number {
    return isStrong || isCode ? boldWidth(text, size) : textWidth(text, size);
}

function truncated(part: TextPart, width: number): TextPart {
    return { ...part, text: truncateToWidth(part.text, part.size, width, part.isStrong || part.isCode ? boldWidth : textWidth) };
}

function classOf({ size, isStrong, isQuiet, isCode, isStruck, condition, mark }: TextPart): string {
    return [`size-${size}`, isCode && 'code', isStrong && 'strong', isQuiet && 'quiet', isStruck && 'struck', condition && `text-${condition}`, mark && `mark-${mark}`].filter(Boolean).join(' ');
}
