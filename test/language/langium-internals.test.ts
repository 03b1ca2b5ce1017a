import { CstNodeBuilder, createLangiumParser, EmptyFileSystem, type LangiumParser } from 'langium';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSupServices, type SupServices } from '@sup/language';

// A canary for language/src/syntax/parser/langium-internals.ts, which replaces members of Langium's parser and of Chevrotain's error
// recovery. If one of these tests fails after an update, either a member has been renamed, or its defect has been fixed and the
// replacement can be removed.

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
/** Langium's unmodified parser for the grammar of this language. */
let stock: Internals & Pick<LangiumParser, 'parse'>;
/** The parser with the replacements. */
let patched: Internals & Pick<LangiumParser, 'parse'>;

beforeEach(() => {
    services = createSupServices(EmptyFileSystem).Sup;
    stock = createLangiumParser(services) as unknown as typeof stock;
    patched = (services.parser.LangiumParser as unknown as { inner: { langium: typeof patched } }).inner.langium;
});

const own = (object: object, member: string): boolean => Object.hasOwn(object, member);

describe('internals that are used', () => {
    test('the parser builds its tree with the replaced node builder', () => {
        expect(stock.nodeBuilder.constructor).toBe(CstNodeBuilder);
        expect(patched.nodeBuilder).toBeInstanceOf(CstNodeBuilder);
        expect(patched.nodeBuilder.constructor).not.toBe(CstNodeBuilder);
    });

    test.each(['addHiddenNodes', 'createLeafNode', 'appendChild', 'appendChildren', 'insertChildren', 'buildRootNode', 'buildCompositeNode'])('the node builder has %s', member => {
        expect(own(CstNodeBuilder.prototype, member)).toBe(true);
    });

    test('the node builder has the root and a stack of open nodes', () => {
        const builder = new CstNodeBuilder() as unknown as { rootNode: unknown; nodeStack: unknown[]; buildRootNode(text: string): unknown };
        const root = builder.buildRootNode('');
        expect(builder.rootNode).toBe(root);
        expect(builder.nodeStack).toEqual([root]);
    });

    test.each(['findReSyncTokenType', 'tryInRepetitionRecovery'] as const)('the error recovery has %s, which is replaced', member => {
        expect(typeof stock.wrapper[member]).toBe('function');
        expect(own(stock.wrapper, member)).toBe(false);
        expect(own(patched.wrapper, member)).toBe(true);
    });

    test.each(['flattenFollowSet', 'LA'] as const)('the error recovery has %s', member => {
        expect(typeof stock.wrapper[member]).toBe('function');
    });

    test('the error recovery has the depth of the rule stack', () => {
        expect(stock.wrapper.RULE_STACK_IDX).toBeTypeOf('number');
    });

    test('the parser passes comments to the node builder', () => {
        const original = patched.nodeBuilder.addHiddenNodes.bind(patched.nodeBuilder);
        let calls = 0;
        patched.nodeBuilder.addHiddenNodes = tokens => {
            calls += tokens.length;
            original(tokens);
        };
        patched.parse('/* c */ central site NOR { // d\n mode: native }\n// e');
        expect(calls).toBe(3);
    });

    test.each(['findReSyncTokenType', 'tryInRepetitionRecovery'] as const)('the parser calls %s after an error', member => {
        const original = patched.wrapper[member].bind(patched.wrapper) as (...args: unknown[]) => unknown;
        let calls = 0;
        patched.wrapper[member] = (...args: unknown[]) => {
            calls++;
            return original(...args);
        };
        patched.parse('central site NOR {\n : x\n mode: native\n}\n}\n}\ncentral site OSL {');
        expect(calls).toBeGreaterThan(0);
    });
});

describe('defects that the replacements fix', () => {
    test('thousands of errors in a row overflow the stack of the unmodified parser', () => {
        const errors = 'central site NOR {\n}\n}\n}\n'.repeat(4_000);
        expect(() => stock.parse(errors)).toThrow(RangeError);
        expect(services.parser.LangiumParser.parse(errors).lexerReport?.diagnostics).toEqual([]);
    });

    test('the unmodified parser scans from every error to the end of the file', () => {
        const scanned = (parser: typeof stock, errors: number): number => {
            const lookAhead = parser.wrapper.LA.bind(parser.wrapper);
            let calls = 0;
            parser.wrapper.LA = howMuch => {
                calls += howMuch > 2 ? 1 : 0;
                return lookAhead(howMuch);
            };
            parser.parse('}\na: b\n'.repeat(errors));
            parser.wrapper.LA = lookAhead;
            return calls;
        };
        expect(scanned(stock, 400) / scanned(stock, 200)).toBeGreaterThan(3.5);
        expect(scanned(patched, 400)).toBeLessThanOrEqual(2 * scanned(patched, 200));
    });

    test('an unmodified parser that has thrown gives wrong results', () => {
        expect(() => stock.parse('central site NOR {\n}\n}\n}\n'.repeat(4_000))).toThrow();
        const isCorrupted = (): boolean => {
            try {
                return serialized(stock.parse('central site NOR {\n}\n')) !== serialized(createLangiumParser(services).parse('central site NOR {\n}\n'));
            } catch {
                return true;
            }
        };
        expect(isCorrupted()).toBe(true);
    });

    test('both parsers give the same result for plans with and without errors', () => {
        for (const text of plans) {
            expect(serialized(services.parser.LangiumParser.parse(text)), text).toBe(serialized(createLangiumParser(services).parse(text)));
        }
    });
});

describe('isolation of parses', () => {
    const crashers = [
        '}\nx\n'.repeat(5_000), 'x {'.repeat(20_000), 'central site A {'.repeat(2_000), '/**/'.repeat(200_000), `"${'\\"'.repeat(100_000)}`,
        'central site NOR {\n : x\n'.repeat(500), '\0', 'x'.repeat(5 * 1024 * 1024)
    ];

    test.each(crashers.map((text, i) => [i, text]))('a parse of crasher %i does not affect the next one', (_, crasher) => {
        for (const text of plans) {
            const fresh = serialized(createLangiumParser(createSupServices(EmptyFileSystem).Sup).parse(text));
            services.parser.LangiumParser.parse(String(crasher));
            expect(serialized(services.parser.LangiumParser.parse(text))).toBe(fresh);
        }
    });

    test('a parse that throws does not affect the next one', () => {
        const parse = patched.parse.bind(patched);
        patched.parse = (() => {
            parse('central site NOR {\n server A {\n');
            throw new RangeError('Maximum call stack size exceeded');
        }) as typeof patched.parse;
        const failed = services.parser.LangiumParser.parse('central site OSL');
        expect(failed.lexerReport?.diagnostics).toMatchObject([{ kind: 'failure', message: 'Maximum call stack size exceeded' }]);
        expect(failed.value).toMatchObject({ $type: 'SupFile', members: [] });
        for (const text of plans) {
            expect(serialized(services.parser.LangiumParser.parse(text))).toBe(serialized(createLangiumParser(createSupServices(EmptyFileSystem).Sup).parse(text)));
        }
    });
});

const plans = [
    '',
    'hierarchy Nordlys\n\n/** Top. */\ncentral site NOR "Head Office" {\n  mode: native // for now\n  server NORSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n  }\n}\n',
    'central site NOR {\n  server A {\n    site server\n\nprimary site OSL reports to NOR {\n  : x\n  , y\n}\n}\n}\nsecondary site BER reports\n/* open',
    'central site NOR {\n}\n}\n}\nprimary site OSL reports to {\n  12:00 "x"\n  mode: , native\n}\n'
];

/** A parse result as text: the tree with its offsets, and the errors of the parser and the lexer. */
function serialized(result: ReturnType<LangiumParser['parse']>): string {
    const replacer = (key: string, value: unknown): unknown => key === '$container' || key === '$cstNode' || key === 'ref' || key === '$refNode' || key === '$document' ? undefined
        : typeof value === 'object' && value !== null && '$refText' in value ? value.$refText : value;
    const root = result.value.$cstNode!;
    return JSON.stringify([
        result.value,
        leavesOf(root),
        result.parserErrors.map(error => [error.message, error.token.startOffset]),
        result.lexerErrors.map(error => [error.offset, error.length]),
        result.lexerReport
    ], replacer, 1);
}

function leavesOf(node: object): unknown {
    const { offset, length, content } = node as { offset: number; length: number; content?: readonly object[] };
    return content ? content.map(leavesOf) : [offset, length];
}
