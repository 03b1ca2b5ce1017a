import type { IToken } from 'chevrotain';
import { type AstNode, CstUtils, type LangiumDocument, type LeafCstNode, type Lexer } from 'langium';
import { lineStart } from '../../syntax/layout.js';
import * as ast from '../../syntax/generated/ast.js';
import { isClosed } from '../../syntax/parser/value-converter.js';
import type { Block } from '../../syntax/tree/blocks.js';
import { closingBraceOf, openingBraceOf, tokenBefore } from '../../syntax/tree/braces.js';
import type { Span } from '../../syntax/span.js';

/** A token before the cursor. */
export interface WrittenToken extends Span {
    readonly text: string;
    readonly kind: 'key' | 'text' | 'time' | 'word';
}

/** The context of the cursor. */
export interface Cursor {
    /** Offset of the start of its line. */
    readonly line: number;
    /** The innermost block around it. */
    readonly block: Block;
    /** Whether that block begins on the line of the cursor, so that the line may have several properties. */
    readonly isInline: boolean;
    /** The statement that the last word before the cursor belongs to. */
    readonly statement: ast.Member | undefined;
    /** The tokens of the statement up to the cursor, without the word at the cursor. */
    readonly before: readonly WrittenToken[];
    /** The word or unclosed string at the cursor, up to the cursor; possibly empty. */
    readonly word: WrittenToken;
    /** Offset of the end of the word or string around the cursor. */
    readonly wordEnd: number;
    /** The rest of the line. */
    readonly rest: string;
}

/** In characters. Tokenizing a longer line for each completion would delay every other request. */
const maxStatement = 20_000;

/**
 * Determines the context of a cursor; undefined if nothing can be completed there, as in a comment. The block comes from the syntax tree, the
 * statement from the tokens before the cursor, since the tree has little of an unfinished statement. Only the line is tokenized, or the
 * whole statement if it continues from an earlier line.
 */
export function cursorAt(document: LangiumDocument, offset: number, lexer: Lexer): Cursor | undefined {
    const file = document.parseResult.value;
    const root = file.$cstNode?.root;
    if (!ast.isSupFile(file) || !root) {
        return undefined;
    }
    const text = document.textDocument.getText();
    const line = lineStart(text, offset);
    const start = startOfUnfinished(tokenBefore(root, line), text) ?? afterComment(CstUtils.findLeafNodeAtOffset(root, line), line);
    if (offset - start > maxStatement) {
        return undefined;
    }
    const { tokens, hidden } = lexer.tokenize(text.slice(Math.min(start, offset), offset));
    if (start > offset || isInComment(hidden.at(-1), offset - start)) {
        return undefined;
    }
    const statement = lastStatement(tokens).map(token => writtenAs(token, start));
    const last = statement.at(-1);
    const word = last && last.end === offset && !/^[,:]$/.test(last.text) ? last : undefined;
    if (word?.kind === 'text' && word.text.length > 1 && isClosed(word.text)) {
        return undefined;
    }
    const begin = word?.offset ?? offset;
    const anchor = tokenBefore(root, begin);
    const block = blockAround(file, anchor, begin);
    const wordEnd = word ? endOfWord(text, word) : offset;
    return {
        line,
        block,
        isInline: !ast.isSupFile(block) && openingBraceOf(block.body!)!.offset >= line,
        statement: statementOf(anchor?.astNode),
        before: word ? statement.slice(0, -1) : statement,
        word: word ?? { offset, end: offset, text: '', kind: 'word' },
        wordEnd,
        rest: /[^\r\n]*/.exec(text.slice(wordEnd, wordEnd + 200))![0]
    };
}

function writtenAs(token: IToken, start: number): WrittenToken {
    const kind = ({ KEY: 'key', STRING: 'text', TIME: 'time' } as const)[token.tokenType.name] ?? 'word';
    return { text: token.image, kind, offset: start + token.startOffset, end: start + token.startOffset + token.image.length };
}

/** The start of the line, or the end of the comment that the line begins in. */
function afterComment(leaf: LeafCstNode | undefined, line: number): number {
    if (!leaf?.hidden || leaf.offset >= line) {
        return line;
    }
    return leaf.root.fullText.startsWith('*/', leaf.end - 2) ? leaf.end : Infinity;
}

/** The start of the statement that a comma or colon at the end of an earlier line leaves unfinished. */
function startOfUnfinished(last: LeafCstNode | undefined, text: string): number | undefined {
    const statement = last?.text === ',' || last?.text === ':' ? statementOf(last.astNode) : undefined;
    return statement?.$cstNode && lineStart(text, statement.$cstNode.offset);
}

function isInComment(last: IToken | undefined, length: number): boolean {
    const isOpen = last !== undefined && (last.image.startsWith('//') || last.image.length < 4 || !last.image.endsWith('*/'));
    return isOpen && last.startOffset + last.image.length === length;
}

/** The tokens of the last statement. */
function lastStatement(tokens: readonly IToken[]): readonly IToken[] {
    let statement: IToken[] = [];
    for (const token of tokens) {
        const previous = statement.at(-1);
        const isNextLine = previous !== undefined && token.startLine! > previous.endLine! && previous.image !== ',' && previous.image !== ':';
        const isAfterFlag = statement.length === 2 && statement[0]!.image === 'site' && previous!.image === 'server';
        if (isNextLine || isAfterFlag || token.tokenType.name === 'KEY') {
            statement = [];
        }
        if (token.image === '{' || token.image === '}') {
            statement = [];
        } else {
            statement.push(token);
        }
    }
    return statement;
}

/** The end of the word around the cursor; for a string, its closing quote, unless the next item may lie between. */
function endOfWord(text: string, word: WrittenToken): number {
    if (word.kind !== 'text') {
        return word.end + /^[\p{L}\p{N}_.$+-]*/u.exec(text.slice(word.end, word.end + 200))![0].length;
    }
    const literal = /"[^"\r\n]*(?:""[^"\r\n]*)*"?/y;
    literal.lastIndex = word.offset;
    const whole = literal.exec(text)![0];
    const rest = whole.slice(word.text.length);
    return isClosed(whole) && !/[,{}]/.test(rest) ? word.end + rest.length : word.end;
}

function blockAround(file: ast.SupFile, anchor: LeafCstNode | undefined, offset: number): Block {
    for (let node: AstNode | undefined = anchor?.astNode; node; node = node.$container) {
        const body = ast.isBody(node) ? node : undefined;
        const [open, close] = body ? [openingBraceOf(body), closingBraceOf(body)] : [];
        if (body && open && open.offset < offset && (!close || close.offset >= offset)) {
            return body.$container;
        }
    }
    return file;
}

function statementOf(node: AstNode | undefined): ast.Member | undefined {
    let statement = node;
    while (statement?.$container && !ast.isBody(statement.$container) && !ast.isSupFile(statement.$container)) {
        statement = statement.$container;
    }
    return statement?.$container ? statement as ast.Member : undefined;
}
