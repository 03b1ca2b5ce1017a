import { createLangiumParser as create, type AstNode, type LangiumCoreServices, type ParseResult } from 'langium';
import { errorMessage } from '@sup/model';
import type * as ast from '../generated/ast.js';
import { makeLinear, type SegmentParser, type SegmentParserOptions } from './langium-internals.js';
import type { SegmentStart } from './relative-cst.js';
import { lexerIssue } from './lexer-issues.js';

/** Reads a text that stands at a place. */
export type ParseText = (text: string, place: SegmentStart) => ParseResult<ast.SupFile>;

/**
 * A Langium parser that never throws. Langium's parser keeps its stack when it throws, and the next document would receive
 * nodes of the one before; so after any throw it is made anew, and the file that caused it gets one error and an empty tree.
 *
 * It is made for the first text: analysing the grammar takes as long as the rest of the server's start.
 */
export class SafeParser {
    private made: SegmentParser | undefined;

    constructor(private readonly services: LangiumCoreServices) {}

    private get inner(): SegmentParser {
        this.made ??= makeLinear(create(this.services));
        return this.made;
    }

    parse<T extends AstNode>(text: string, options?: SegmentParserOptions): ParseResult<T> {
        try {
            return this.inner.parse<T>(text, options);
        } catch (error) {
            this.made = undefined;
            const empty = this.inner.parse<T>('', options);
            const message = errorMessage(error);
            return { ...empty, lexerReport: { diagnostics: [lexerIssue('failure', undefined, message)] } };
        }
    }
}
