import type { AstNode, CstNode, Mutable, Reference } from 'langium';
import type { LazyCst } from './lazy-cst.js';

/** A node of a tree that was read without its tokens. Those are made when somebody asks where it stands. */
export class FastNode implements AstNode {
    /** Of a statement that stands in no other, where its tokens come from. */
    declare $tokens?: LazyCst;
    /** Of a statement, where it begins in its segment, and where it ends; of a block's body, where it begins. */
    declare $start?: number;
    declare $end?: number;

    constructor(readonly $type: string, readonly $container?: AstNode, readonly $containerProperty?: string, readonly $containerIndex?: number) {}

    get $cstNode(): CstNode | undefined {
        return tokensOf(this)?.of(this);
    }

    /** The tokens before the body of a statement: they are there sooner than all others. Only their offsets are right. */
    get $headNode(): CstNode | undefined {
        return tokensOf(this)?.ofHead(this);
    }
}

/** Finds what a name stands for that a node holds. */
export type LookUp = (name: string, node: AstNode) => AstNode | undefined;

/** A name in such a tree, as a reference of Langium's. */
export class FastReference implements Reference {
    constructor(readonly $refText: string, private readonly node: AstNode, private readonly lookUp: LookUp) {}

    get ref(): AstNode | undefined {
        return this.lookUp(this.$refText, this.node);
    }

    get $refNode(): CstNode | undefined {
        return tokensOf(this.node)?.of(this);
    }
}

/** A node that is still to be filled in. */
export function make<T extends AstNode>(type: T['$type'], container: AstNode | undefined, property: string, index?: number): Mutable<T> {
    return new FastNode(type, container, property, index) as AstNode as Mutable<T>;
}

function tokensOf(node: AstNode): LazyCst | undefined {
    let outermost = node;
    while (outermost.$container instanceof FastNode) {
        outermost = outermost.$container;
    }
    return (outermost as FastNode).$tokens;
}
