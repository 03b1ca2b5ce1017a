import { lowerBound } from '@sup/model';
import { type AstNode, type CompositeCstNode, type CstNode, isAstNode, isReference, type Mutable, type Reference } from 'langium';
import type { SegmentStart } from '../parser/relative-cst.js';
import type { ParseText } from '../parser/safe-parser.js';
import { SegmentCst } from '../parser/segment-cst.js';
import { type CstSource, FastNode, FastReference, type StatementPlace } from './nodes.js';

type Owner = AstNode | Reference;

interface ParsedTokens {
    readonly content: CstNode[];
    readonly byOwner: ReadonlyMap<Owner, CstNode>;
}

/** The length of a segment whose statements are parsed one by one: parsing all of them at once would delay other requests. */
const longSegment = 10_000;

/**
 * The tokens of a segment that the fast parser has parsed. Langium's parser makes them on demand, and they may be garbage
 * collected when they are no longer in use: most segments never need them, and tokens take more memory than everything else.
 */
export class LazyCst extends SegmentCst implements CstSource {
    private tokens: WeakRef<ParsedTokens> | undefined;
    private readonly tokensOfStatements = new WeakMap<FastNode, WeakRef<ParsedTokens>>();
    private lineStarts: readonly number[] | undefined;

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
        return this.ofStatement(owner) ?? this.parsedTokens().byOwner.get(owner);
    }

    /** In a long segment, parses only the statement around a node. */
    private ofStatement(owner: Owner): CstNode | undefined {
        const isParsed = this.source.length < longSegment || this.tokens?.deref();
        const statement = isParsed ? undefined : statementAround(owner);
        return statement && statement.$end! - statement.$start! < longSegment ? this.parsedStatement(statement).byOwner.get(owner) : undefined;
    }

    private parsedStatement(statement: FastNode): ParsedTokens {
        const known = this.tokensOfStatements.get(statement)?.deref();
        if (known) {
            return known;
        }
        const { members, $cstNode } = this.parse(this.source.slice(statement.$start, statement.$end), this.startAt(statement.$start!)).value;
        const byOwner = new Map<Owner, CstNode>();
        // Some words have another meaning outside of their block.
        if (members.length === 1 && members[0]!.$type === statement.$type) {
            transferTokens(members[0], statement, byOwner);
        }
        const tokens = { content: this.adopt(($cstNode as CompositeCstNode).content), byOwner };
        this.tokensOfStatements.set(statement, new WeakRef(tokens));
        return tokens;
    }

    private startAt(offset: number): SegmentStart {
        return new StartInSegment(this.segmentStart, offset, () => this.lineStarts ??= [0, ...Array.from(this.source.matchAll(/\r\n?|\n/g), ({ 0: lineBreak, index }) => index + lineBreak.length)]);
    }

    /** Parses only the head of the statement: a finding needs its range, but not the tokens of the whole segment. */
    ofHead(statement: FastNode): CstNode | undefined {
        return this.parseHead(statement) ?? this.of(statement);
    }

    placeOf({ $start, $end }: FastNode): StatementPlace {
        return { fileText: this.root.fullText, offset: this.offset + $start!, end: this.offset + $end! };
    }

    private parseHead(statement: FastNode): CstNode | undefined {
        const { $type, $start: start, $end: end } = statement;
        if (start === undefined) {
            return undefined;
        }
        const { body } = statement as { readonly body?: FastNode };
        const { members } = this.parse(this.source.slice(start, body?.$start ?? end), this.startAt(start)).value;
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

/** The statement that a node is part of, with its block. */
function statementAround(owner: Owner): FastNode | undefined {
    let node = owner instanceof FastReference ? owner.node : owner as AstNode | undefined;
    while (node && !(node instanceof FastNode && node.$end !== undefined)) {
        node = node.$container;
    }
    return node;
}

/** A start at a fixed distance from the start of a segment, which may move. */
class StartInSegment implements SegmentStart {
    constructor(private readonly segment: SegmentStart, private readonly start: number, private readonly lineStarts: () => readonly number[]) {}

    get offset(): number {
        return this.segment.offset + this.start;
    }

    get line(): number {
        return this.segment.line + this.lineIndex;
    }

    get column(): number {
        return this.start - this.lineStarts()[this.lineIndex]!;
    }

    private get lineIndex(): number {
        return lowerBound(this.lineStarts(), start => start <= this.start) - 1;
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
