import type { VNode } from 'preact';

interface StripValueProps {
    readonly text: string;
    /** The rest of the figure, where the page is wide enough. */
    readonly more: string;
}

/** The figure of a strip, beside its drawing, where it covers nothing. Hidden from screen readers, since the label of the drawing contains it. */
export function StripValue({ text, more }: StripValueProps): VNode {
    return <span class="strip-value" aria-hidden="true">{text}<span class="strip-more">{more}</span></span>;
}
