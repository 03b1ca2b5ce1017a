// A file is parsed in segments, each on its own, so that an edit costs one segment instead of the file, and a lost brace one site instead
// of the rest. The parse of a segment depends on its own text alone, so a whole file and a file that was parsed segment by segment
// have the same tree.

/** Strings and comments are skipped: a comment can contain a line that looks like a head, and a string can contain `//`. */
const stringOrComment = /"[^"\r\n]*(?:""[^"\r\n]*)*"?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))/;

/**
 * The beginning of a line with the head of a site or scenario, or the name of the hierarchy. Even with open blocks before it, such a line
 * is a top-level statement. An indented one may belong to a block, so the parser decides about it.
 */
const head = /(?<=[\r\n])(?:(?:central|primary|secondary)[ \t]+site(?=[ \t]+["A-Za-z0-9])|scenario(?=[ \t]+")|hierarchy(?=[ \t]+(?:[A-Za-z0-9_-]+|"[^"\r\n]*")[ \t]*(?:[\r\n]|(?![\s\S]))))/;

/** The offsets at which segments begin, starting with a given one. */
export function* segmentStarts(text: string, from = 0): Generator<number> {
    yield from;
    const next = new RegExp(`${stringOrComment.source}|(${head.source})`, 'g');
    next.lastIndex = from === 0 ? 0 : from + 1;
    for (let match = next.exec(text); match; match = next.exec(text)) {
        if (match[1] !== undefined) {
            yield match.index;
        }
    }
}
