// A file is read in segments, each by itself, so that an edit costs one segment and not the file, and a lost brace one site and
// not the rest. What a segment means depends on its own text alone: a file *is* its segments one after another, whether they are
// read all at once or one at a time.

/** Texts and comments are stepped over: a comment can hold a line that looks like a head, and a text what looks like a comment. */
const steppedOver = /"[^"\r\n]*(?:""[^"\r\n]*)*"?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))/;

/**
 * A line that begins with the head of a site, of a scenario or of the file: nothing but such a statement can begin so, whatever
 * blocks are open before it. An indented one may be meant to stand inside a block, so that is left to the parser.
 */
const head = /(?<=[\r\n])(?:(?:central|primary|secondary)[ \t]+site(?=[ \t]+["A-Za-z0-9])|scenario(?=[ \t]+")|hierarchy(?=[ \t]+(?:[A-Za-z0-9_-]+|"[^"\r\n]*")[ \t]*(?:[\r\n]|(?![\s\S]))))/;

/** Where the segments of a text begin, from a place on where one does. */
export function* segmentStarts(text: string, from = 0): Generator<number> {
    yield from;
    const next = new RegExp(`${steppedOver.source}|(${head.source})`, 'g');
    next.lastIndex = from === 0 ? 0 : from + 1;
    for (let match = next.exec(text); match; match = next.exec(text)) {
        if (match[1] !== undefined) {
            yield match.index;
        }
    }
}
