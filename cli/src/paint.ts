import { styleText } from 'node:util';

/** Applies a style, such as a color, to a text. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Returns a function that applies styles, or one that returns texts unchanged. */
export function painter(colored: boolean): Paint {
    return (style, text) => colored ? styleText(style, text, { validateStream: false }) : text;
}
