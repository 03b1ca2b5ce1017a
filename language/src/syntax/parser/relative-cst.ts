import type { IToken } from 'chevrotain';
import { type AstNode, CompositeCstNodeImpl, type CstNode, isCompositeCstNode, LeafCstNodeImpl, RootCstNodeImpl } from 'langium';

type Range = CstNode['range'];

/** Where a stretch of text begins in its file. It moves when something before it grows or shrinks; what is in it does not notice. */
export interface SegmentStart {
    offset: number;
    line: number;
}

/** A token that knows its distance from the beginning of its stretch, and where that stands now. A stretch begins at a line's start. */
export class RelativeLeaf extends LeafCstNodeImpl {
    constructor(token: IToken, hidden: boolean, private readonly place: SegmentStart) {
        super(token.startOffset, token.image.length, token.startLine! - 1, token.startColumn! - 1, token.endLine! - 1, token.endColumn!, token.tokenType, hidden);
    }

    override get offset(): number {
        return super.offset + this.place.offset;
    }

    override get end(): number {
        return super.end + this.place.offset;
    }

    override get range(): Range {
        const { start, end } = super.range;
        const { line } = this.place;
        return { start: { line: start.line + line, character: start.character }, end: { line: end.line + line, character: end.character } };
    }
}

/** Langium's remembers its range, which may move. */
export class RelativeComposite extends CompositeCstNodeImpl {
    override get range(): Range {
        return rangeOf(this.content);
    }
}

/** The root of one stretch, while it is being parsed. */
export class RelativeRoot extends RootCstNodeImpl {
    override get range(): Range {
        return rangeOf(this.content);
    }
}

/** The root of a whole file: what is in its stretches, one after another. It stays when the text of the file is another one. */
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

/** From the first to the last of some nodes, comments at their ends aside. Each end is looked for by itself: blocks may be nested deep. */
export function rangeOf(content: readonly CstNode[]): Range {
    const start = leafAt(content, nodes => nodes.find(isShown) ?? nodes[0])?.range.start ?? { line: 0, character: 0 };
    const end = leafAt(content, nodes => nodes.findLast(isShown) ?? nodes.at(-1))?.range.end ?? start;
    return { start, end: end.line < start.line ? start : end };
}

function leafAt(content: readonly CstNode[], choose: (nodes: readonly CstNode[]) => CstNode | undefined): CstNode | undefined {
    let node = choose(content);
    while (node && isCompositeCstNode(node)) {
        node = choose(node.content);
    }
    return node;
}

function isShown(node: CstNode): boolean {
    return !node.hidden;
}
