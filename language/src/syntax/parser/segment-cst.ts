import { AbstractCstNode, type AstNode, type CompositeCstNode, type CstNode, type Mutable } from 'langium';
import { type SegmentStart, rangeOf } from './relative-cst.js';

/**
 * The tokens of one segment, below the root of their file. How far they reach is known without them, so whoever looks for the token at
 * a place has only one segment's looked at.
 */
export abstract class SegmentCst extends AbstractCstNode implements CompositeCstNode {
    constructor(protected readonly place: SegmentStart, readonly length: number) {
        super();
    }

    abstract get content(): CstNode[];

    get offset(): number {
        return this.place.offset;
    }

    get end(): number {
        return this.place.offset + this.length;
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

    /** Makes tokens those of this segment. */
    protected adopt(content: readonly CstNode[]): CstNode[] {
        for (const node of content) {
            (node as Mutable<CstNode>).container = this;
        }
        return content as CstNode[];
    }
}

/** Tokens that are there, since Langium's parser has read the segment. */
export class ParsedCst extends SegmentCst {
    readonly content: CstNode[];

    constructor(place: SegmentStart, length: number, content: readonly CstNode[]) {
        super(place, length);
        this.content = this.adopt(content);
    }
}
