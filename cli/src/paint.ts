import { styleText } from 'node:util';

/** Gives a text a style, such as a colour. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** For a stream that takes colour, or for one that does not. */
export function painter(coloured: boolean): Paint {
    return (style, text) => coloured ? styleText(style, text, { validateStream: false }) : text;
}
