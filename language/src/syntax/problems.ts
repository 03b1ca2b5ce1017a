import { CstUtils, isLeafCstNode, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import { troublesIn } from '../parser/troubles.js';
import { indentOf, tokenBefore, type UnclosedBlock, unclosedBlocksAt } from './braces.js';
import type { Span } from './ranges.js';

/** A place where the parser could not go on, by what a person would say of it. */
export type SyntaxProblem =
    /** Blocks without their closing brace, before a statement of the file's top level or the file's end. */
    | { readonly kind: 'unclosed'; readonly blocks: readonly UnclosedBlock[]; readonly next: ast.Member | undefined }
    /** A statement of the file's top level inside blocks, which are closed behind it. */
    | { readonly kind: 'nested'; readonly blocks: readonly UnclosedBlock[]; readonly next: ast.Member; readonly closing: readonly Span[] }
    /** A brace that opens no block; `closing` is the one that would close it. */
    | { readonly kind: 'opening'; readonly at: Span; readonly closing: readonly Span[] }
    /** A brace that closes no block. */
    | { readonly kind: 'closing'; readonly at: Span }
    /** A word that belongs between two others was left out. */
    | { readonly kind: 'missing'; readonly word: string; readonly after: Span }
    /** A token that nothing can begin or go on with, and the last one on its line that was skipped with it. */
    | { readonly kind: 'unexpected'; readonly at: Span; readonly skipped: Span };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Pending = Mutable<Extract<SyntaxProblem, { kind: 'nested' | 'opening' }>> & { closing: Span[]; awaits: number };

/** Reads what the parser reports, as far as the first few problems. */
export function problemsOf(document: LangiumDocument<ast.SupFile>, most: number): readonly SyntaxProblem[] {
    const { value: file, parserErrors, lexerErrors, lexerReport } = document.parseResult;
    // What cannot be read is the cause of what the parser misses on its line, and what nests too deep is taken out with its braces.
    const unreadableLines = new Set(lexerErrors.map(error => error.line));
    const tooDeep = troublesIn(lexerReport).some(trouble => trouble.kind === 'too-deep');
    // Braces in a comment to the end of the file are no braces.
    const cutShort = troublesIn(lexerReport).some(trouble => trouble.kind === 'unclosed-comment');
    const problems: SyntaxProblem[] = [];
    const pending: Pending[] = [];
    for (const { token, message: expected, resyncedTokens } of parserErrors) {
        if (problems.length >= most) {
            break;
        }
        const isEnd = !(token.startOffset >= 0);
        const at = isEnd ? endOf(document) : { offset: token.startOffset, end: token.startOffset + token.image.length };
        if (expected === '}' && (isEnd || beginsTopLevel(document, at.offset))) {
            const blocks = tooDeep || (cutShort && isEnd) ? [] : unclosedBlocksAt(file, at.offset);
            const next = isEnd ? undefined : topLevelAt(document, at.offset);
            if (blocks.length > 0 && next && isInside(next, blocks)) {
                const nested: Pending = { kind: 'nested', blocks, next, closing: [], awaits: blocks.length };
                pending.push(nested);
                problems.push(nested);
            } else if (blocks.length > 0) {
                problems.push({ kind: 'unclosed', blocks, next });
            }
        } else if (token.image === '}' && !isEnd) {
            const opening = pending.at(-1);
            opening?.closing.push(at);
            if (opening && opening.closing.length === opening.awaits) {
                pending.pop();
            } else if (!opening && !tooDeep) {
                problems.push({ kind: 'closing', at });
            }
        } else if (token.image === '{' && !isEnd) {
            const opening: Pending = { kind: 'opening', at, closing: [], awaits: 1 };
            pending.push(opening);
            problems.push(opening);
        } else if (!unreadableLines.has(token.startLine)) {
            const skipped = (resyncedTokens ?? []).filter(other => other.startLine === token.startLine && other.startOffset > at.offset).at(-1);
            problems.push(unexpected(document, expected, at, isEnd, skipped ? { offset: at.offset, end: skipped.startOffset + skipped.image.length } : at));
        }
    }
    return problems.map(problem => problem.kind === 'nested' && problem.closing.length < problem.blocks.length ? { ...problem, kind: 'unclosed' as const } : problem);
}

function unexpected(document: LangiumDocument<ast.SupFile>, expected: string, at: Span, isEnd: boolean, skipped: Span): SyntaxProblem {
    const before = tokenBefore(document.parseResult.value.$cstNode!, at.offset);
    const word = expected === 'WORD' ? 'CODE' : /^[a-z]+$/.test(expected) ? expected : undefined;
    if (before && word) {
        return { kind: 'missing', word, after: before };
    }
    return isEnd && before ? { kind: 'unexpected', at: before, skipped: before } : { kind: 'unexpected', at, skipped };
}

function endOf(document: LangiumDocument): Span {
    const end = document.textDocument.getText().length;
    return { offset: end, end };
}

function topLevelAt(document: LangiumDocument<ast.SupFile>, offset: number): ast.Member | undefined {
    const leaf: CstNode | undefined = CstUtils.findLeafNodeAtOffset(document.parseResult.value.$cstNode!, offset);
    let node: AstNode | undefined = leaf && isLeafCstNode(leaf) ? leaf.astNode : undefined;
    while (node?.$container && !ast.isSupFile(node.$container)) {
        node = node.$container;
    }
    return ast.isSite(node) || ast.isHierarchyHeader(node) ? node : undefined;
}

function beginsTopLevel(document: LangiumDocument<ast.SupFile>, offset: number): boolean {
    return topLevelAt(document, offset)?.$cstNode?.offset === offset;
}

/** Whether a statement is laid out as one of a block's, rather than as one that begins where the brace was forgotten. */
function isInside(statement: ast.Member, blocks: readonly UnclosedBlock[]): boolean {
    const text = statement.$cstNode!.root.fullText;
    const indent = indentOf(text, statement.$cstNode!);
    const outer = indentOf(text, blocks.at(-1)!.block.$cstNode!);
    return indent === undefined || indent.length > (outer?.length ?? Infinity);
}
