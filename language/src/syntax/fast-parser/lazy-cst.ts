import { type AstNode, type CompositeCstNode, type CstNode, isAstNode, isReference, type Mutable, type Reference } from 'langium';
import type { SegmentStart } from '../parser/relative-cst.js';
import type { ParseText } from '../parser/safe-parser.js';
import { SegmentCst } from '../parser/segment-cst.js';
import type { FastNode } from './nodes.js';

type Owner = AstNode | Reference;

/** All tokens of a segment, and which of them belong to what. */
interface Made {
    readonly content: CstNode[];
    readonly owned: ReadonlyMap<Owner, CstNode>;
}

/**
 * The tokens of a segment of which only the meaning was read. Langium's parser makes them when somebody asks for one, and they may go
 * when nobody has one any more: most segments are never pointed at, and tokens take more room than all the rest.
 */
export class LazyCst extends SegmentCst {
    private made: WeakRef<Made> | undefined;

    /** `members`: what was read. */
    constructor(place: SegmentStart, private readonly source: string, private readonly members: readonly FastNode[], private readonly parse: ParseText) {
        super(place, source.length);
        for (const member of members) {
            member.$tokens = this;
        }
    }

    get content(): CstNode[] {
        return this.make().content;
    }

    /** The tokens of a node or a name of the tree that was read. */
    of(owner: Owner): CstNode | undefined {
        return this.make().owned.get(owner);
    }

    /** The tokens of a statement's head, made from its own text alone: whoever points at one finding does not want all of its segment. */
    ofHead(statement: FastNode): CstNode | undefined {
        let head = heads.get(statement);
        if (!head) {
            head = this.makeHead(statement) ?? this.of(statement);
            if (head) {
                heads.set(statement, head);
            }
        }
        return head;
    }

    private makeHead(statement: FastNode): CstNode | undefined {
        const { $type, $start: start, $end: end } = statement;
        if (start === undefined) {
            return undefined;
        }
        const { body } = statement as { readonly body?: FastNode };
        const { members } = this.parse(this.source.slice(start, body?.$start ?? end), new PlaceWithin(this.place, start)).value;
        const [member] = members;
        // Some words mean something else outside of the block.
        return members.length === 1 && member!.$type === $type ? member!.$cstNode : undefined;
    }

    private make(): Made {
        let made = this.made?.deref();
        if (!made) {
            const { members, $cstNode } = this.parse(this.source, this.place).value;
            const owned = new Map<Owner, CstNode>();
            give(this.members, members, owned);
            made = { content: this.adopt(($cstNode as CompositeCstNode).content), owned };
            this.made = new WeakRef(made);
        }
        return made;
    }
}

/** What was made of heads, while their statements are there. */
const heads = new WeakMap<FastNode, CstNode>();

/** A place in a segment, wherever that stands. */
class PlaceWithin implements SegmentStart {
    constructor(private readonly segment: SegmentStart, private readonly start: number) {}

    get offset(): number {
        return this.segment.offset + this.start;
    }

    get line(): number {
        return this.segment.line;
    }
}

/** Gives the tokens of a tree to another that says the same. */
function give(to: unknown, from: unknown, owned: Map<Owner, CstNode>): void {
    if (Array.isArray(to) && Array.isArray(from)) {
        to.forEach((each, i) => give(each, from[i], owned));
    } else if (isReference(to) && isReference(from) && from.$refNode) {
        owned.set(to, from.$refNode);
    } else if (isAstNode(to) && isAstNode(from) && from.$cstNode) {
        owned.set(to, from.$cstNode);
        (from.$cstNode as Mutable<CstNode>).astNode = to;
        for (const [key, value] of Object.entries(to)) {
            if (!key.startsWith('$')) {
                give(value, from[key as keyof AstNode], owned);
            }
        }
    }
}
