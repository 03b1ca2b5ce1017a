import { AbstractCstNode, type AstNode, type CompositeCstNode, type CstNode, type Mutable } from 'langium';
import { type SegmentStart, rangeOf } from './relative-cst.js';

/**
 * The tokens of one segment, below the root of the file. Their extent is known without the tokens, so that a search for the token at an
 * offset visits only one segment.
 */
export abstract class SegmentCst extends AbstractCstNode implements CompositeCstNode {
    constructor(protected readonly segmentStart: SegmentStart, readonly length: number) {
        super();
    }

    abstract get content(): CstNode[];

    get offset(): number {
        return this.segmentStart.offset;
    }

    get end(): number {
        return this.segmentStart.offset + this.length;
    }

    get range(): CstNode['range'] {
        return rangeOf(this.content);
    }

    get hidden(): boolean {
        return false;
    }

    get astNode(): AstNode {
        return this.container!.astNode;
    }

    /** Makes this segment the parent of tokens. */
    protected adopt(content: readonly CstNode[]): CstNode[] {
        for (const node of content) {
            (node as Mutable<CstNode>).container = this;
        }
        return content as CstNode[];
    }
}

/** The tokens of a segment that Langium's parser has parsed. */
export class ParsedCst extends SegmentCst {
    readonly content: CstNode[];

    constructor(segmentStart: SegmentStart, length: number, content: readonly CstNode[]) {
        super(segmentStart, length);
        this.content = this.adopt(content);
    }
}
