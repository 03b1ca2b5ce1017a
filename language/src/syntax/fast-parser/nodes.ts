import { memoize } from '@sup/model';
import type { AstNode, CstNode, Mutable, Reference } from 'langium';

/** Provides the CST nodes of a tree that was parsed without them. */
export interface CstSource {
    of(owner: AstNode | Reference): CstNode | undefined;
    ofHead(statement: FastNode): CstNode | undefined;
    placeOf(statement: FastNode): StatementPlace;
}

/** A statement's text from start to end, in its file. */
export interface StatementPlace {
    readonly fileText: string;
    readonly offset: number;
    readonly end: number;
}

/** A node of a tree that was parsed without tokens. The tokens are made on demand, when the place of the node in the text is needed. */
export class FastNode implements AstNode {
    /** Set on top-level statements only. */
    declare $tokens?: CstSource;
    /** Of a statement, its start and end in the segment; of a body, its start. */
    declare $start?: number;
    declare $end?: number;

    constructor(readonly $type: string, readonly $container?: AstNode, readonly $containerProperty?: string, readonly $containerIndex?: number) {}

    get $cstNode(): CstNode | undefined {
        return sourceOf(this)?.of(this);
    }

    /** The tokens of a statement up to its body. They cost less than the tokens of the whole segment. */
    get $headNode(): CstNode | undefined {
        return headNodeOf(this);
    }

    /** The place of a statement in its file; it is known without tokens. */
    get $place(): StatementPlace | undefined {
        return this.$end === undefined ? undefined : sourceOf(this)?.placeOf(this);
    }
}

const headNodeOf = memoize((statement: FastNode): CstNode | undefined => sourceOf(statement)?.ofHead(statement));

/** Resolves a name in a node to its declaration. */
export type LookUp = (name: string, node: AstNode) => AstNode | undefined;

/** A name in a tree without tokens, as a Langium reference. */
export class FastReference implements Reference {
    constructor(readonly $refText: string, readonly node: AstNode, private readonly lookUp: LookUp) {}

    get ref(): AstNode | undefined {
        return this.lookUp(this.$refText, this.node);
    }

    get $refNode(): CstNode | undefined {
        return sourceOf(this.node)?.of(this);
    }
}

/** Creates a node whose properties are still to be set. */
export function make<T extends AstNode>(type: T['$type'], container: AstNode | undefined, property: string, index?: number): Mutable<T> {
    return new FastNode(type, container, property, index) as AstNode as Mutable<T>;
}

function sourceOf(node: AstNode): CstSource | undefined {
    let outermost = node;
    while (outermost.$container instanceof FastNode) {
        outermost = outermost.$container;
    }
    return (outermost as FastNode).$tokens;
}
