import { createLangiumParser, type AstNode, type LangiumCoreServices, type ParseResult } from 'langium';
import { errorMessage } from '@sup/model';
import type * as ast from '../generated/ast.js';
import { makeLinear, type SegmentParser, type SegmentParserOptions } from './langium-internals.js';
import type { SegmentStart } from './relative-cst.js';
import { lexerIssue } from './lexer-issues.js';
import { perGrammar } from './per-grammar.js';

/** Parses a text that begins at a place in its file. */
export type ParseText = (text: string, segmentStart: SegmentStart) => ParseResult<ast.SupFile>;

const parsers = perGrammar<LangiumCoreServices, SegmentParser>(services => makeLinear(createLangiumParser(services)));

/**
 * A Langium parser that never throws. If Langium's parser throws, it keeps its stack, and the next document would receive nodes of the
 * previous one. So after any exception the parser is replaced by a new one, and the text that caused it gets one error and an empty tree.
 *
 * Created on first use, since analyzing the grammar takes as long as the rest of the start of the server.
 */
export class SafeParser {
    constructor(private readonly services: LangiumCoreServices) {}

    private get inner(): SegmentParser {
        return parsers.of(this.services);
    }

    parse<T extends AstNode>(text: string, options?: Omit<SegmentParserOptions, 'linker'>): ParseResult<T> {
        const all = { ...options, linker: this.services.references.Linker };
        try {
            return this.inner.parse<T>(text, all);
        } catch (error) {
            parsers.discard(this.services);
            const empty = this.inner.parse<T>('', all);
            const message = errorMessage(error);
            return { ...empty, lexerReport: { diagnostics: [lexerIssue('failure', undefined, message)] } };
        }
    }
}
