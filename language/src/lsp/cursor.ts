import type { IToken } from 'chevrotain';
import { type AstNode, CstUtils, type LangiumDocument, type LeafCstNode, type Lexer } from 'langium';
import { lineStart } from '../syntax/layout.js';
import * as ast from '../syntax/generated/ast.js';
import { isClosed } from '../syntax/parser/value-converter.js';
import type { Block } from '../syntax/tree/blocks.js';
import { closingBraceOf, openingBraceOf, tokenBefore } from '../syntax/tree/braces.js';
import type { Span } from '../syntax/span.js';

/** A word, text or mark before the cursor. */
export interface Written extends Span {
    readonly text: string;
    readonly kind: 'key' | 'text' | 'time' | 'word';
}

/** Where the cursor is, as far as it tells what may be written there. */
export interface Cursor {
    /** Where its line begins. */
    readonly line: number;
    /** The innermost block around it. */
    readonly block: Block;
    /** Whether that block begins on the line of the cursor, so that several properties may stand there. */
    readonly isInline: boolean;
    /** The statement that the last word before the cursor belongs to. */
    readonly statement: ast.Member | undefined;
    /** What the statement at the cursor consists of so far, without the word at the cursor. */
    readonly before: readonly Written[];
    /** The word or open text at the cursor, up to the cursor, or nothing. */
    readonly word: Written;
    /** Where the word or text ends that the cursor is in. */
    readonly wordEnd: number;
    /** What follows on the line. */
    readonly rest: string;
}

/**
 * Finds out where a cursor is; undefined where nothing can be offered, as in a comment. The tree says which block it is in; the
 * statement before it is read from the text, since a tree says little of what is unfinished. Only the line is read, or the
 * statement from its beginning where that goes on.
 */
export function cursorAt(document: LangiumDocument, offset: number, lexer: Lexer): Cursor | undefined {
    const file = document.parseResult.value;
    const root = file.$cstNode?.root;
    if (!ast.isSupFile(file) || !root) {
        return undefined;
    }
    const text = document.textDocument.getText();
    const line = lineStart(text, offset);
    const start = beginningOf(tokenBefore(root, line), text) ?? behindComment(CstUtils.findLeafNodeAtOffset(root, line), line);
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

function writtenAs(token: IToken, start: number): Written {
    const kind = ({ KEY: 'key', STRING: 'text', TIME: 'time' } as const)[token.tokenType.name] ?? 'word';
    return { text: token.image, kind, offset: start + token.startOffset, end: start + token.startOffset + token.image.length };
}

/** Where the line begins, or where the comment ends that it begins in. */
function behindComment(leaf: LeafCstNode | undefined, line: number): number {
    if (!leaf?.hidden || leaf.offset >= line) {
        return line;
    }
    return leaf.root.fullText.startsWith('*/', leaf.end - 2) ? leaf.end : Infinity;
}

/** Where the statement begins that a comma or colon at the end of an earlier line leaves open. */
function beginningOf(last: LeafCstNode | undefined, text: string): number | undefined {
    const statement = last?.text === ',' || last?.text === ':' ? statementOf(last.astNode) : undefined;
    return statement?.$cstNode && lineStart(text, statement.$cstNode.offset);
}

function isInComment(last: IToken | undefined, length: number): boolean {
    const isOpen = last !== undefined && (last.image.startsWith('//') || last.image.length < 4 || !last.image.endsWith('*/'));
    return isOpen && last.startOffset + last.image.length === length;
}

/** The tokens of the statement that goes on at the end. */
function lastStatement(tokens: readonly IToken[]): readonly IToken[] {
    let statement: IToken[] = [];
    for (const token of tokens) {
        const previous = statement.at(-1);
        const isNextLine = previous !== undefined && token.startLine! > previous.endLine! && previous.image !== ',' && previous.image !== ':';
        const isBehindFlag = statement.length === 2 && statement[0]!.image === 'site' && previous!.image === 'server';
        if (isNextLine || isBehindFlag || token.tokenType.name === 'KEY') {
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

/** The end of the word around the cursor; of a text, its closing quote, unless the next item may lie between. */
function endOfWord(text: string, word: Written): number {
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
