import type { IToken, TokenType } from 'chevrotain';
import { type AstNode, type CompositeCstNode, CstNodeBuilder, type GrammarAST, type LangiumParser, type ParserOptions, type ParseResult } from 'langium';
import { type SegmentStart, RelativeComposite, RelativeLeaf, RelativeRoot } from './relative-cst.js';

// Everything here reaches behind the public interface of Langium 4.4.0 and Chevrotain 13.2; the versions are pinned, and
// test/language/langium-internals.test.ts fails when one of these members is renamed or stops being needed.

interface Internals {
    nodeBuilder: CstNodeBuilder;
    wrapper: Recovery;
}

/** Chevrotain's error recovery, as far as it is replaced here. */
interface Recovery {
    LA(howMuch: number): IToken;
    flattenFollowSet(): TokenType[];
    findReSyncTokenType(): TokenType;
    tryInRepetitionRecovery(repetition: (...args: unknown[]) => void, args: unknown[], canGoOn: () => boolean, expected: TokenType): void;
    RULE_STACK_IDX: number;
}

/** The tree that Langium's builder is at, and the nodes around the present one. */
interface Builder {
    rootNode: RelativeRoot;
    nodeStack: CompositeCstNode[];
}

/**
 * Replaces the two places of the parser whose time grows with the square of the input, and the one that descends once more for
 * every mistake in a block; and lets it build trees that can be moved.
 */
export function makeLinear(parser: LangiumParser): SegmentParser {
    const internals = parser as unknown as Internals;
    const builder = new PlacedCstBuilder();
    internals.nodeBuilder = builder;
    resumeScan(internals.wrapper);
    repeatInPlace(internals.wrapper);
    return {
        langium: parser,
        parse: (text, { place, ...options } = {}) => {
            builder.place = place ?? { offset: 0, line: 0 };
            return parser.parse(text, options);
        }
    };
}

export interface SegmentParserOptions extends ParserOptions {
    /** Where the text stands, now and from now on; without one, at the beginning of a file. */
    readonly place?: SegmentStart;
}

/** A parser whose trees can be moved. */
export interface SegmentParser {
    readonly langium: LangiumParser;
    parse<T extends AstNode>(text: string, options?: SegmentParserOptions): ParseResult<T>;
}

/** Builds nodes that can be moved. Looks for a node among its siblings from the end, where the one that is being built always stands. */
class PlacedCstBuilder extends CstNodeBuilder {
    place: SegmentStart = { offset: 0, line: 0 };

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
        return new RelativeLeaf(token, hidden, this.place);
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
 * After an error every enclosing rule looks for a token to go on from, each from the error's place again. An outer rule accepts
 * no more than an inner one, so it can go on where the inner one stopped.
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
            // The end of the file, from which alone the outermost rule can go on.
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

/** A repetition that goes on after a mistake, in a rule at some depth of the stack. */
interface Repetition {
    readonly depth: number;
    readonly repetition: unknown;
    readonly occurrence: unknown;
    goesOn: boolean;
}

/**
 * After a mistake between the items of a repetition the parser calls the repetition from its own end, so that some thousands of
 * mistakes overflow the stack. Here the call from the end only says that there are more items, and a loop parses them.
 */
function repeatInPlace(recovery: Recovery): void {
    const recover = recovery.tryInRepetitionRecovery.bind(recovery);
    let current: Repetition | undefined;
    recovery.tryInRepetitionRecovery = (repetition, args, canGoOn, expected) => {
        const depth = recovery.RULE_STACK_IDX;
        const isOwnEnd = current?.depth === depth && current.repetition === repetition && current.occurrence === args[0];
        const own = isOwnEnd ? current! : { depth, repetition, occurrence: args[0], goesOn: false };
        recover(() => { own.goesOn = true; }, [], canGoOn, expected);
        if (isOwnEnd) {
            return;
        }
        const outer = current;
        current = own;
        try {
            while (own.goesOn) {
                own.goesOn = false;
                repetition.apply(recovery, args);
            }
        } finally {
            current = outer;
        }
    };
}
