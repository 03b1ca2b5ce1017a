import { createLangiumParser as create, type AstNode, type LangiumCoreServices, type ParseResult } from 'langium';
import { errorMessage } from '@sup/model';
import type * as ast from '../generated/ast.js';
import { makeLinear, type SegmentParser, type SegmentParserOptions } from './langium-internals.js';
import type { SegmentStart } from './relative-cst.js';
import { lexerIssue } from './lexer-issues.js';

/** Parses a text that begins at a place in its file. */
export type ParseText = (text: string, segmentStart: SegmentStart) => ParseResult<ast.SupFile>;

/**
 * A Langium parser that never throws. If Langium's parser throws, it keeps its stack, and the next document would receive nodes of the
 * previous one. So after any exception the parser is replaced by a new one, and the text that caused it gets one error and an empty tree.
 *
 * Created on first use, since analysing the grammar takes as long as the rest of the server's start.
 */
export class SafeParser {
    private parser: SegmentParser | undefined;

    constructor(private readonly services: LangiumCoreServices) {}

    private get inner(): SegmentParser {
        this.parser ??= makeLinear(create(this.services));
        return this.parser;
    }

    parse<T extends AstNode>(text: string, options?: SegmentParserOptions): ParseResult<T> {
        try {
            return this.inner.parse<T>(text, options);
        } catch (error) {
            this.parser = undefined;
            const empty = this.inner.parse<T>('', options);
            const message = errorMessage(error);
            return { ...empty, lexerReport: { diagnostics: [lexerIssue('failure', undefined, message)] } };
        }
    }
}
