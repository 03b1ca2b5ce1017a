import { interruptAndCheck, type LangiumDocument } from 'langium';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type * as ast from '../syntax/generated/ast.js';
import { FastNode } from '../syntax/fast-parser/nodes.js';
import type { Segment } from '../syntax/segments/segment.js';
import { segmentsOf, SegmentedFile } from '../syntax/segments/segmented-file.js';

/** The number of segments visited before other requests are served. It is small, because a segment may have to be tokenized first. */
const chunkSize = 20;

/**
 * Visits all or some segments of a document in chunks, so that other requests are served in between. Throws `ContentModified` if the document
 * has changed afterwards: the positions would mix both versions, and editors repeat the request.
 */
export async function eachSegment(document: LangiumDocument, visit: (segment: Segment) => void, cancelToken: CancellationToken, segments = segmentsOf(document)): Promise<void> {
    const { parseResult } = document;
    let count = 0;
    for (const segment of segments) {
        visit(segment);
        if (++count % chunkSize === 0) {
            await interruptAndCheck(cancelToken);
        }
    }
    if (document.parseResult !== parseResult || (parseResult instanceof SegmentedFile && parseResult.text !== document.textDocument.getText())) {
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
    }
}

/** Converts offsets in a segment to its current positions in the file. */
export class SegmentText {
    private readonly text: TextDocument;

    constructor(private readonly segment: Segment) {
        this.text = TextDocument.create('', '', 0, segment.text);
    }

    /** The position of an offset from the beginning of the file. */
    positionAt(offset: number): Position {
        const { line, character } = this.text.positionAt(offset - this.segment.start.offset);
        return { line: line + this.segment.start.line, character };
    }

    /** The range of a statement. The tokens of a whole segment are not made for it, since an answer may need the ranges of thousands of segments. */
    rangeOf(statement: ast.Member): Range | undefined {
        const place = statement instanceof FastNode ? statement.$place : undefined;
        return place ? { start: this.positionAt(place.offset), end: this.positionAt(place.end) } : statement.$cstNode?.range;
    }

    /** The character before a position. */
    characterBefore({ line, character }: Position): string | undefined {
        return this.segment.text[this.text.offsetAt({ line: line - this.segment.start.line, character }) - 1];
    }

    /** The first line of a range, without the brace that opens a block and the blanks before it. */
    firstLineOf({ start, end }: Range): Range {
        const limit = end.line > start.line ? this.endOfLine(start.line) : end;
        const from = this.text.offsetAt({ line: start.line - this.segment.start.line, character: start.character });
        const to = this.text.offsetAt({ line: limit.line - this.segment.start.line, character: limit.character });
        const head = /^[^{\r\n]*/.exec(this.segment.text.slice(from, to))![0].trimEnd();
        return { start, end: { line: start.line, character: start.character + head.length } };
    }

    /** The end of a line, counted from the beginning of the file. */
    endOfLine(line: number): Position {
        const start = this.text.offsetAt({ line: line + 1 - this.segment.start.line, character: 0 });
        return this.positionAt(start - 1 + this.segment.start.offset);
    }
}

/** Caches items for each segment, and moves them with it. */
export class SegmentCache<T> {
    private readonly cached = new WeakMap<Segment, { readonly line: number; readonly items: readonly T[] }>();

    constructor(private readonly make: (segment: Segment, text: SegmentText) => readonly T[], private readonly move: (item: T, lines: number) => T) {}

    /** The items of all segments of a document. */
    async all(document: LangiumDocument, cancelToken: CancellationToken): Promise<T[]> {
        await eachSegment(document, segment => this.of(segment), cancelToken);
        return segmentsOf(document).flatMap(segment => this.of(segment));
    }

    private of(segment: Segment): readonly T[] {
        const last = this.cached.get(segment);
        const { line } = segment.start;
        const items = !last ? this.make(segment, new SegmentText(segment))
            : last.line === line ? last.items : last.items.map(item => this.move(item, line - last.line));
        this.cached.set(segment, { line, items });
        return items;
    }
}

export function movedRange({ start, end }: Range, lines: number): Range {
    return { start: { line: start.line + lines, character: start.character }, end: { line: end.line + lines, character: end.character } };
}
