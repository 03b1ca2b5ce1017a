import { type AstNode, type CompositeCstNode, type CstNode, isAstNode, isReference, type Mutable, type Reference } from 'langium';
import type { SegmentStart } from '../parser/relative-cst.js';
import type { ParseText } from '../parser/safe-parser.js';
import { SegmentCst } from '../parser/segment-cst.js';
import type { CstSource, FastNode } from './nodes.js';

type Owner = AstNode | Reference;

interface ParsedTokens {
    readonly content: CstNode[];
    readonly byOwner: ReadonlyMap<Owner, CstNode>;
}

/**
 * The tokens of a segment that the fast parser has parsed. Langium's parser makes them on demand, and they may be garbage
 * collected when they are no longer in use: most segments never need them, and tokens take more memory than everything else.
 */
export class LazyCst extends SegmentCst implements CstSource {
    private tokens: WeakRef<ParsedTokens> | undefined;

    /** `members`: the statements of the segment, as the fast parser has made them. */
    constructor(segmentStart: SegmentStart, private readonly source: string, private readonly members: readonly FastNode[], private readonly parse: ParseText) {
        super(segmentStart, source.length);
        for (const member of members) {
            member.$tokens = this;
        }
    }

    get content(): CstNode[] {
        return this.parsedTokens().content;
    }

    of(owner: Owner): CstNode | undefined {
        return this.parsedTokens().byOwner.get(owner);
    }

    /** Parses only the head of the statement: a finding needs its range, but not the tokens of the whole segment. */
    ofHead(statement: FastNode): CstNode | undefined {
        return this.parseHead(statement) ?? this.of(statement);
    }

    private parseHead(statement: FastNode): CstNode | undefined {
        const { $type, $start: start, $end: end } = statement;
        if (start === undefined) {
            return undefined;
        }
        const { body } = statement as { readonly body?: FastNode };
        const { members } = this.parse(this.source.slice(start, body?.$start ?? end), new StartInSegment(this.segmentStart, start)).value;
        const [member] = members;
        // Some words have another meaning outside of their block.
        return members.length === 1 && member!.$type === $type ? member!.$cstNode : undefined;
    }

    private parsedTokens(): ParsedTokens {
        let tokens = this.tokens?.deref();
        if (!tokens) {
            const { members, $cstNode } = this.parse(this.source, this.segmentStart).value;
            const byOwner = new Map<Owner, CstNode>();
            transferTokens(members, this.members, byOwner);
            tokens = { content: this.adopt(($cstNode as CompositeCstNode).content), byOwner };
            this.tokens = new WeakRef(tokens);
        }
        return tokens;
    }
}

/** A start at a fixed distance from the start of a segment, which may move. */
class StartInSegment implements SegmentStart {
    constructor(private readonly segment: SegmentStart, private readonly start: number) {}

    get offset(): number {
        return this.segment.offset + this.start;
    }

    get line(): number {
        return this.segment.line;
    }
}

/** Assigns the tokens of one tree to the nodes of an equal one. */
function transferTokens(from: unknown, to: unknown, byOwner: Map<Owner, CstNode>): void {
    if (Array.isArray(to) && Array.isArray(from)) {
        to.forEach((each, i) => transferTokens(from[i], each, byOwner));
    } else if (isReference(to) && isReference(from) && from.$refNode) {
        byOwner.set(to, from.$refNode);
    } else if (isAstNode(to) && isAstNode(from) && from.$cstNode) {
        byOwner.set(to, from.$cstNode);
        (from.$cstNode as Mutable<CstNode>).astNode = to;
        for (const [key, value] of Object.entries(to)) {
            if (!key.startsWith('$')) {
                transferTokens(from[key as keyof AstNode], value, byOwner);
            }
        }
    }
}
