import { interruptAndCheck, type LangiumDocument } from 'langium';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { Segment } from '../syntax/segments/segment.js';
import { segmentsOf, SegmentedFile } from '../syntax/segments/segmented-file.js';

/** After so many segments others are let in: the tokens of one may have to be made first. */
const portion = 20;

/**
 * Lets something be made of segments of a document, all or some, with others in between. Throws what the protocol calls modified content where
 * the document is another one afterwards: positions would mix both, and editors ask again.
 */
export async function eachSegment(document: LangiumDocument, make: (segment: Segment) => void, cancelToken: CancellationToken, segments = segmentsOf(document)): Promise<void> {
    const { parseResult } = document;
    let made = 0;
    for (const segment of segments) {
        make(segment);
        if (++made % portion === 0) {
            await interruptAndCheck(cancelToken);
        }
    }
    if (document.parseResult !== parseResult || (parseResult instanceof SegmentedFile && parseResult.text !== document.textDocument.getText())) {
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The document was changed meanwhile.');
    }
}

/** The text of a segment, and where places in it stand now. */
export class SegmentText {
    private readonly text: TextDocument;

    constructor(private readonly segment: Segment) {
        this.text = TextDocument.create('', '', 0, segment.text);
    }

    /** `offset` counts from the beginning of the file. */
    positionAt(offset: number): Position {
        const { line, character } = this.text.positionAt(offset - this.segment.start.offset);
        return { line: line + this.segment.start.line, character };
    }

    /** Where a line ends, counted from the beginning of the file. */
    endOfLine(line: number): Position {
        const start = this.text.offsetAt({ line: line + 1 - this.segment.start.line, character: 0 });
        return this.positionAt(start - 1 + this.segment.start.offset);
    }
}

/** What is made of each segment once, and moved with it. */
export class SegmentCache<T> {
    private readonly known = new WeakMap<Segment, { readonly line: number; readonly items: readonly T[] }>();

    constructor(private readonly make: (segment: Segment, text: SegmentText) => readonly T[], private readonly move: (item: T, lines: number) => T) {}

    /** All that is made of a document. */
    async all(document: LangiumDocument, cancelToken: CancellationToken): Promise<T[]> {
        await eachSegment(document, segment => this.of(segment), cancelToken);
        return segmentsOf(document).flatMap(segment => this.of(segment));
    }

    private of(segment: Segment): readonly T[] {
        const known = this.known.get(segment);
        const { line } = segment.start;
        const items = !known ? this.make(segment, new SegmentText(segment))
            : known.line === line ? known.items : known.items.map(item => this.move(item, line - known.line));
        this.known.set(segment, { line, items });
        return items;
    }
}

export function movedRange({ start, end }: Range, lines: number): Range {
    return { start: { line: start.line + lines, character: start.character }, end: { line: end.line + lines, character: end.character } };
}
