import type { IToken } from 'chevrotain';
import { type AstNode, CompositeCstNodeImpl, type CstNode, isCompositeCstNode, LeafCstNodeImpl, RootCstNodeImpl } from 'langium';

type Range = CstNode['range'];

/** Where a segment begins in its file. An edit before the segment changes it, and nothing inside the segment. */
export interface SegmentStart {
    offset: number;
    line: number;
    /** Where it begins on its line; 0 by default. */
    readonly column?: number;
}

/** A token with its position relative to the start of its segment. */
export class RelativeLeaf extends LeafCstNodeImpl {
    constructor(token: IToken, hidden: boolean, private readonly segmentStart: SegmentStart) {
        super(token.startOffset, token.image.length, token.startLine! - 1, token.startColumn! - 1, token.endLine! - 1, token.endColumn!, token.tokenType, hidden);
    }

    override get offset(): number {
        return super.offset + this.segmentStart.offset;
    }

    override get end(): number {
        return super.end + this.segmentStart.offset;
    }

    override get range(): Range {
        const { start, end } = super.range;
        return { start: this.moved(start), end: this.moved(end) };
    }

    private moved({ line, character }: Range['start']): Range['start'] {
        const { segmentStart } = this;
        return { line: line + segmentStart.line, character: line === 0 ? character + (segmentStart.column ?? 0) : character };
    }
}

/** Unlike Langium's, does not cache its range, since the segment may move. */
export class RelativeComposite extends CompositeCstNodeImpl {
    override get range(): Range {
        return rangeOf(this.content);
    }
}

/** The root of one segment during its parse. */
export class RelativeRoot extends RootCstNodeImpl {
    override get range(): Range {
        return rangeOf(this.content);
    }
}

/** The root of a whole file: the contents of its segments in order. It stays the same object when the text changes. */
export class FileRoot extends RootCstNodeImpl {
    constructor(file: AstNode, public source = '') {
        super();
        this.astNode = file;
    }

    override get text(): string {
        return this.source.slice(this.offset, this.end);
    }

    override get fullText(): string {
        return this.source;
    }

    override get range(): Range {
        return rangeOf(this.content);
    }
}

/** The range of a list of nodes without comments at its ends. Searches iteratively, since blocks may be nested deep. */
export function rangeOf(content: readonly CstNode[]): Range {
    const start = leafAt(content, nodes => nodes.find(isVisible) ?? nodes[0])?.range.start ?? { line: 0, character: 0 };
    const end = leafAt(content, nodes => nodes.findLast(isVisible) ?? nodes.at(-1))?.range.end ?? start;
    return { start, end: end.line < start.line ? start : end };
}

function leafAt(content: readonly CstNode[], choose: (nodes: readonly CstNode[]) => CstNode | undefined): CstNode | undefined {
    let node = choose(content);
    while (node && isCompositeCstNode(node)) {
        node = choose(node.content);
    }
    return node;
}

function isVisible(node: CstNode): boolean {
    return !node.hidden;
}
