import type { IToken, TokenType } from 'chevrotain';
import { type AstNode, type CompositeCstNode, CstNodeBuilder, type GrammarAST, type LangiumParser, type Linker, type ParserOptions, type ParseResult } from 'langium';
import { type SegmentStart, RelativeComposite, RelativeLeaf, RelativeRoot } from './relative-cst.js';

// This file depends on internals of Langium 4.4.0 and Chevrotain 13.2. The versions are pinned, and
// test/language/langium-internals.test.ts fails if one of these members is renamed or its replacement is no longer needed.

interface Internals {
    nodeBuilder: CstNodeBuilder;
    linker: Linker;
    wrapper: Recovery;
}

/** The part of Chevrotain's error recovery that is used or replaced here. */
interface Recovery {
    LA(howMuch: number): IToken;
    flattenFollowSet(): TokenType[];
    findReSyncTokenType(): TokenType;
    tryInRepetitionRecovery(repetition: (...args: unknown[]) => void, args: unknown[], canContinue: () => boolean, expected: TokenType): void;
    RULE_STACK_IDX: number;
}

/** State of Langium's node builder: the tree under construction, and the stack of open nodes. */
interface Builder {
    rootNode: RelativeRoot;
    nodeStack: CompositeCstNode[];
}

/**
 * Replaces the two parts of the parser that take quadratic time, and the one that recurses for every error in a block. Makes the parser
 * build trees with relative positions.
 */
export function makeLinear(parser: LangiumParser): SegmentParser {
    const internals = parser as unknown as Internals;
    const builder = new RelativeCstBuilder();
    internals.nodeBuilder = builder;
    resumeScan(internals.wrapper);
    repeatInPlace(internals.wrapper);
    return {
        langium: parser,
        parse: (text, { segmentStart, linker, ...options }) => {
            builder.segmentStart = segmentStart ?? { offset: 0, line: 0 };
            internals.linker = linker;
            return parser.parse(text, options);
        }
    };
}

export interface SegmentParserOptions extends ParserOptions {
    /** The start of the text in its file, which may move after the parse; the beginning of the file by default. */
    readonly segmentStart?: SegmentStart;
    /** Resolves the references of the tree. All instances of the language use the same parser, each with its own linker. */
    readonly linker: Linker;
}

/** A parser whose trees have positions relative to the start of their segment. */
export interface SegmentParser {
    readonly langium: LangiumParser;
    parse<T extends AstNode>(text: string, options: SegmentParserOptions): ParseResult<T>;
}

/** Builds nodes with relative positions. Searches siblings from the end, where the node under construction always is. */
class RelativeCstBuilder extends CstNodeBuilder {
    segmentStart: SegmentStart = { offset: 0, line: 0 };

    private get internals(): Builder {
        return this as unknown as Builder;
    }

    override buildRootNode(input: string): RelativeRoot {
        const root = new RelativeRoot(input);
        this.internals.rootNode = root;
        this.internals.nodeStack = [root];
        return root;
    }

    override buildCompositeNode(feature: GrammarAST.AbstractElement): RelativeComposite {
        const node = new RelativeComposite();
        node.grammarSource = feature;
        this.appendChild(this.current, node);
        this.internals.nodeStack.push(node);
        return node;
    }

    protected override createLeafNode(token: IToken, hidden: boolean): RelativeLeaf {
        return new RelativeLeaf(token, hidden, this.segmentStart);
    }

    override addHiddenNodes(tokens: IToken[]): void {
        if (tokens.length === 0) {
            return;
        }
        const nodes = tokens.map(token => this.createLeafNode(token, true));
        let current: CompositeCstNode = this.current;
        if (current.content.length > 0) {
            this.appendChildren(current, nodes);
            return;
        }
        while (current.container) {
            const index = current.container.content.lastIndexOf(current);
            if (index > 0) {
                this.insertChildren(current.container, index, nodes);
                return;
            }
            current = current.container;
        }
        this.insertChildren(current, 0, nodes);
    }
}

/**
 * After an error, every enclosing rule searches for a token to resume at, each from the place of the error. An outer rule does not accept
 * more than an inner one, so its search can start where that of the inner one stopped.
 */
function resumeScan(recovery: Recovery): void {
    let from: IToken | undefined;
    let depth = 0;
    let k = 1;
    recovery.findReSyncTokenType = () => {
        const next = recovery.LA(1);
        if (next !== from || recovery.RULE_STACK_IDX > depth) {
            k = 1;
        }
        from = next;
        depth = recovery.RULE_STACK_IDX;
        const types = recovery.flattenFollowSet();
        const accepted = new Map(types.map(type => [type.tokenTypeIdx, type]));
        if (accepted.size === 1) {
            // The end of the file is the only token at which the outermost rule can resume.
            return types[0]!;
        }
        for (;;) {
            const found = accepted.get(recovery.LA(k).tokenTypeIdx);
            if (found) {
                return found;
            }
            k++;
        }
    };
}

/** A repetition that continues after an error, in a rule at some depth of the stack. */
interface Repetition {
    readonly depth: number;
    readonly repetition: unknown;
    readonly occurrence: unknown;
    continues: boolean;
}

/**
 * After an error between the items of a repetition, the parser calls the repetition recursively, so that some thousands of errors overflow
 * the stack. Here the recursive call only records that there are more items, and a loop parses them.
 */
function repeatInPlace(recovery: Recovery): void {
    const recover = recovery.tryInRepetitionRecovery.bind(recovery);
    let current: Repetition | undefined;
    recovery.tryInRepetitionRecovery = (repetition, args, canContinue, expected) => {
        const depth = recovery.RULE_STACK_IDX;
        const isOwnEnd = current?.depth === depth && current.repetition === repetition && current.occurrence === args[0];
        const own = isOwnEnd ? current! : { depth, repetition, occurrence: args[0], continues: false };
        recover(() => { own.continues = true; }, [], canContinue, expected);
        if (isOwnEnd) {
            return;
        }
        const outer = current;
        current = own;
        try {
            while (own.continues) {
                own.continues = false;
                repetition.apply(recovery, args);
            }
        } finally {
            current = outer;
        }
    };
}
