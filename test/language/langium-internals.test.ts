import { CstNodeBuilder, createLangiumParser, EmptyFileSystem, type LangiumParser } from 'langium';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSupServices, type SupServices } from '@sup/language';

// A canary for language/src/syntax/parser/langium-internals.ts, which replaces members of Langium's parser and of Chevrotain's error
// recovery. Where one of these tests fails after an update, either a member has a new name, or it is as it should be and the
// replacement can go.

interface Recovery {
    flattenFollowSet(): unknown[];
    findReSyncTokenType(): unknown;
    tryInRepetitionRecovery(...args: unknown[]): void;
    LA(howMuch: number): unknown;
    RULE_STACK_IDX: number;
}

interface Internals {
    nodeBuilder: CstNodeBuilder;
    wrapper: Recovery;
}

let services: SupServices;
/** Langium's parser as it is, for this language's grammar. */
let stock: Internals & Pick<LangiumParser, 'parse'>;
/** The one that this language uses. */
let mended: Internals & Pick<LangiumParser, 'parse'>;

beforeEach(() => {
    services = createSupServices(EmptyFileSystem).Sup;
    stock = createLangiumParser(services) as unknown as typeof stock;
    mended = (services.parser.LangiumParser as unknown as { inner: { langium: typeof mended } }).inner.langium;
});

const own = (object: object, member: string): boolean => Object.hasOwn(object, member);

describe('what is replaced', () => {
    test('the parser builds its tree with a node builder', () => {
        expect(stock.nodeBuilder.constructor).toBe(CstNodeBuilder);
        expect(mended.nodeBuilder).toBeInstanceOf(CstNodeBuilder);
        expect(mended.nodeBuilder.constructor).not.toBe(CstNodeBuilder);
    });

    test.each(['addHiddenNodes', 'createLeafNode', 'appendChild', 'appendChildren', 'insertChildren', 'buildRootNode', 'buildCompositeNode'])('the node builder has %s', member => {
        expect(own(CstNodeBuilder.prototype, member)).toBe(true);
    });

    test('the node builder keeps the root, and the nodes around the present one', () => {
        const builder = new CstNodeBuilder() as unknown as { rootNode: unknown; nodeStack: unknown[]; buildRootNode(text: string): unknown };
        const root = builder.buildRootNode('');
        expect(builder.rootNode).toBe(root);
        expect(builder.nodeStack).toEqual([root]);
    });

    test.each(['findReSyncTokenType', 'tryInRepetitionRecovery'] as const)('the error recovery has %s, and it is replaced', member => {
        expect(typeof stock.wrapper[member]).toBe('function');
        expect(own(stock.wrapper, member)).toBe(false);
        expect(own(mended.wrapper, member)).toBe(true);
    });

    test.each(['flattenFollowSet', 'LA'] as const)('the error recovery has %s', member => {
        expect(typeof stock.wrapper[member]).toBe('function');
    });

    test('the error recovery counts how deep it is', () => {
        expect(stock.wrapper.RULE_STACK_IDX).toBeTypeOf('number');
    });

    test('the parser calls the node builder for comments', () => {
        const original = mended.nodeBuilder.addHiddenNodes.bind(mended.nodeBuilder);
        let calls = 0;
        mended.nodeBuilder.addHiddenNodes = tokens => {
            calls += tokens.length;
            original(tokens);
        };
        mended.parse('/* c */ central site NOR { // d\n mode: native }\n// e');
        expect(calls).toBe(3);
    });

    test.each(['findReSyncTokenType', 'tryInRepetitionRecovery'] as const)('the parser calls %s after a mistake', member => {
        const original = mended.wrapper[member].bind(mended.wrapper) as (...args: unknown[]) => unknown;
        let calls = 0;
        mended.wrapper[member] = (...args: unknown[]) => {
            calls++;
            return original(...args);
        };
        mended.parse('central site NOR {\n : x\n mode: native\n}\n}\n}\ncentral site OSL {');
        expect(calls).toBeGreaterThan(0);
    });
});

describe('what it is replaced for', () => {
    test('thousands of mistakes in a row overflow the stack of the parser as it is', () => {
        const mistakes = 'central site NOR {\n}\n}\n}\n'.repeat(4_000);
        expect(() => stock.parse(mistakes)).toThrow(RangeError);
        expect(services.parser.LangiumParser.parse(mistakes).lexerReport?.diagnostics).toEqual([]);
    });

    test('the parser as it is scans on from every mistake to the end of the file', () => {
        const scanned = (parser: typeof stock, mistakes: number): number => {
            const lookAhead = parser.wrapper.LA.bind(parser.wrapper);
            let calls = 0;
            parser.wrapper.LA = howMuch => {
                calls += howMuch > 2 ? 1 : 0;
                return lookAhead(howMuch);
            };
            parser.parse('}\na: b\n'.repeat(mistakes));
            parser.wrapper.LA = lookAhead;
            return calls;
        };
        expect(scanned(stock, 400) / scanned(stock, 200)).toBeGreaterThan(3.5);
        expect(scanned(mended, 400)).toBeLessThanOrEqual(2 * scanned(mended, 200));
    });

    test('a parser that has thrown is spoilt', () => {
        expect(() => stock.parse('central site NOR {\n}\n}\n}\n'.repeat(4_000))).toThrow();
        const isSpoilt = (): boolean => {
            try {
                return said(stock.parse('central site NOR {\n}\n')) !== said(createLangiumParser(services).parse('central site NOR {\n}\n'));
            } catch {
                return true;
            }
        };
        expect(isSpoilt()).toBe(true);
    });

    test('both read a plan alike, mistakes and all', () => {
        for (const text of plans) {
            expect(said(services.parser.LangiumParser.parse(text)), text).toBe(said(createLangiumParser(services).parse(text)));
        }
    });
});

describe('one parse leaves nothing behind for the next', () => {
    const crashers = [
        '}\nx\n'.repeat(5_000), 'x {'.repeat(20_000), 'central site A {'.repeat(2_000), '/**/'.repeat(200_000), `"${'\\"'.repeat(100_000)}`,
        'central site NOR {\n : x\n'.repeat(500), '\0', 'x'.repeat(5 * 1024 * 1024)
    ];

    test.each(crashers.map((text, i) => [i, text]))('crasher %i', (_, crasher) => {
        for (const text of plans) {
            const fresh = said(createSupServices(EmptyFileSystem).Sup.parser.LangiumParser.parse(text));
            services.parser.LangiumParser.parse(String(crasher));
            expect(said(services.parser.LangiumParser.parse(text))).toBe(fresh);
        }
    });

    test('not even where the parser throws', () => {
        const parse = mended.parse.bind(mended);
        mended.parse = (() => {
            parse('central site NOR {\n server A {\n');
            throw new RangeError('Maximum call stack size exceeded');
        }) as typeof mended.parse;
        const failed = services.parser.LangiumParser.parse('central site OSL');
        expect(failed.lexerReport?.diagnostics).toMatchObject([{ kind: 'failure', message: 'Maximum call stack size exceeded' }]);
        expect(failed.value).toMatchObject({ $type: 'SupFile', members: [] });
        for (const text of plans) {
            expect(said(services.parser.LangiumParser.parse(text))).toBe(said(createSupServices(EmptyFileSystem).Sup.parser.LangiumParser.parse(text)));
        }
    });
});

const plans = [
    '',
    'hierarchy Nordlys\n\n/** Top. */\ncentral site NOR "Head Office" {\n  mode: native // for now\n  server NORSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n  }\n}\n',
    'central site NOR {\n  server A {\n    site server\n\nprimary site OSL reports to NOR {\n  : x\n  , y\n}\n}\n}\nsecondary site BER reports\n/* open',
    'central site NOR {\n}\n}\n}\nprimary site OSL reports to {\n  12:00 "x"\n  mode: , native\n}\n'
];

/** A parse result as text: the tree with its places, and what the parser and the lexer said. */
function said(result: ReturnType<LangiumParser['parse']>): string {
    const seen = (key: string, value: unknown): unknown => key === '$container' || key === '$cstNode' || key === 'ref' || key === '$refNode' || key === '$document' ? undefined
        : typeof value === 'object' && value !== null && '$refText' in value ? value.$refText : value;
    const root = result.value.$cstNode!;
    return JSON.stringify([
        result.value,
        leavesOf(root),
        result.parserErrors.map(error => [error.message, error.token.startOffset]),
        result.lexerErrors.map(error => [error.offset, error.length]),
        result.lexerReport
    ], seen, 1);
}

function leavesOf(node: object): unknown {
    const { offset, length, content } = node as { offset: number; length: number; content?: readonly object[] };
    return content ? content.map(leavesOf) : [offset, length];
}
