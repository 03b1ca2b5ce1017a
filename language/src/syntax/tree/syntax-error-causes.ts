import type { IToken } from 'chevrotain';
import { CstUtils, isLeafCstNode, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import type { LexerIssueKind } from '../parser/lexer-issues.js';
import type { Segment, SegmentOfFile } from '../segments/segment.js';
import { indexAt, segmentsOf } from '../segments/segmented-file.js';
import { closingBraceOf, indentOf, likelyUnclosed, tokenBefore, type UnclosedBlock, unclosedBlocksAt } from './braces.js';
import { statementsIn } from './walk.js';
import type { Span } from '../span.js';

/** A parser error, explained in terms of the plan instead of the grammar. */
export type SyntaxErrorCause =
    /** Blocks without their closing brace, before a top-level statement or the end of the file. */
    | { readonly kind: 'unclosed'; readonly blocks: readonly UnclosedBlock[]; readonly next: ast.Member | undefined; readonly byLayout: boolean }
    /** A top-level statement inside blocks that are closed after it. */
    | { readonly kind: 'nested'; readonly blocks: readonly UnclosedBlock[]; readonly next: ast.Member; readonly closing: readonly Span[] }
    /** A closing brace without a block. */
    | { readonly kind: 'closing'; readonly at: Span }
    /** A required word is missing between two others. */
    | { readonly kind: 'missing'; readonly word: string; readonly after: Span }
    /** An unexpected token, and the last one on its line that the parser skipped with it. */
    | { readonly kind: 'unexpected'; readonly at: Span; readonly skipped: Span };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Nested = Mutable<Extract<SyntaxErrorCause, { kind: 'nested' }>> & { closing: Span[] };

/** The causes of the parser errors in a segment, up to a number. */
export function syntaxErrorCausesIn(source: SegmentOfFile, most: number): readonly SyntaxErrorCause[] {
    const { syntaxErrors, start, text } = source.segment;
    if (syntaxErrors.parserErrors.length === 0) {
        return [];
    }
    const end = start.offset + text.length;
    const collector = new CauseCollector(source);
    const braces = unusedBraces(source.segment);
    let next = 0;
    const takeBracesBefore = (offset: number): void => {
        for (; next < braces.length && braces[next]! < offset && collector.causes.length < most; next++) {
            collector.addBrace(braces[next]!);
        }
    };
    for (const { token, message: expected, resyncedTokens } of syntaxErrors.parserErrors) {
        const isEnd = !(token.startOffset >= 0);
        takeBracesBefore(isEnd ? end : token.startOffset + start.offset);
        if (collector.causes.length >= most) {
            break;
        }
        if (isEnd || token.image !== '}') {
            collector.addError(expected, token, isEnd, resyncedTokens ?? []);
        }
    }
    takeBracesBefore(end);
    // The lexer drops tokens that are nested too deep, and the end of a text that is too long, so the remaining braces may not match.
    const tooDeep = syntaxErrors.lexerIssues.some(({ kind }) => droppingText.has(kind));
    return collector.causes.filter(({ kind }) => !tooDeep || kind === 'missing' || kind === 'unexpected').map(cause => cause.kind === 'nested' && cause.closing.length < cause.blocks.length
        ? unclosed(cause.blocks, cause.next)
        : cause);
}

const droppingText: ReadonlySet<LexerIssueKind> = new Set(['too-deep', 'too-long', 'segment-too-long', 'segment-not-plain']);

/** The offsets of closing braces that are not part of a block. */
function unusedBraces(segment: Segment): readonly number[] {
    const { syntaxErrors, start } = segment;
    const used = new Set<number | undefined>();
    for (const statement of statementsIn(segment)) {
        const body = 'body' in statement ? statement.body : undefined;
        if (body) {
            used.add(closingBraceOf(body)?.offset);
        }
    }
    return syntaxErrors.closingBraces.map(offset => offset + start.offset).filter(offset => !used.has(offset));
}

class CauseCollector {
    readonly causes: SyntaxErrorCause[] = [];
    /** Nested statements whose outer blocks are still to be closed, innermost last. */
    private readonly pending: Nested[] = [];
    private readonly unreadableLines: ReadonlySet<number | undefined>;

    constructor(private readonly source: SegmentOfFile) {
        this.unreadableLines = new Set(source.segment.syntaxErrors.lexerErrors.map(error => error.line));
    }

    addBrace(offset: number): void {
        const at = { offset, end: offset + 1 };
        const nested = this.pending.at(-1);
        if (!nested) {
            this.causes.push({ kind: 'closing', at });
        } else if (nested.closing.push(at) === nested.blocks.length) {
            this.pending.pop();
        }
    }

    addError(expected: string, token: IToken, isEnd: boolean, skippedTokens: readonly IToken[]): void {
        const { document, segment } = this.source;
        const end = segment.start.offset + segment.text.length;
        const at = isEnd ? { offset: end, end } : this.spanOf(token);
        const next = isEnd ? statementAfter(this.source) : topLevelAt(document, at.offset);
        if (expected === '}' && (isEnd || next)) {
            this.addUnclosed(at.offset, next);
        } else if (isEnd || !this.unreadableLines.has(token.startLine)) {
            // On a line with a lexer error, that error is the cause of the parser error.
            const skipped = skippedTokens.filter(other => other.startLine === token.startLine && other.startOffset > token.startOffset).at(-1);
            this.causes.push(this.unexpected(expected, at, isEnd, skipped ? { offset: at.offset, end: this.spanOf(skipped).end } : at));
        }
    }

    /** Tokens have positions relative to the segment. */
    private spanOf(token: IToken): Span {
        const offset = token.startOffset + this.source.segment.start.offset;
        return { offset, end: offset + token.image.length };
    }

    private addUnclosed(offset: number, next: ast.Member | undefined): void {
        const { document, segment } = this.source;
        // The missing braces may be inside the unclosed comment.
        const isCutShort = !next && segment.syntaxErrors.lexerIssues.some(({ kind }) => kind === 'unclosed-comment');
        const blocks = isCutShort ? [] : unclosedBlocksAt(document.parseResult.value, offset);
        if (blocks.length > 0 && next && isInside(next, blocks)) {
            const nested: Nested = { kind: 'nested', blocks, next, closing: [] };
            this.pending.push(nested);
            this.causes.push(nested);
        } else if (blocks.length > 0) {
            this.causes.push(unclosed(blocks, next));
        }
    }

    private unexpected(expected: string, at: Span, isEnd: boolean, skipped: Span): SyntaxErrorCause {
        const before = tokenBefore(this.source.document.parseResult.value.$cstNode!, at.offset);
        const word = expected === 'WORD' ? 'CODE' : /^[a-z]+$/.test(expected) ? expected : undefined;
        if (before && word) {
            return { kind: 'missing', word, after: before };
        }
        return isEnd && before ? { kind: 'unexpected', at: before, skipped: before } : { kind: 'unexpected', at, skipped };
    }
}

function unclosed(open: readonly UnclosedBlock[], next: ast.Member | undefined): SyntaxErrorCause {
    const blocks = likelyUnclosed(open);
    return { kind: 'unclosed', blocks, next, byLayout: blocks !== open };
}

/** The site, scenario or `hierarchy` line at an offset. */
function topLevelAt(document: LangiumDocument<ast.SupFile>, offset: number): ast.Member | undefined {
    const leaf: CstNode | undefined = CstUtils.findLeafNodeAtOffset(document.parseResult.value.$cstNode!, offset);
    let node: AstNode | undefined = leaf && isLeafCstNode(leaf) ? leaf.astNode : undefined;
    while (node?.$container && !ast.isSupFile(node.$container)) {
        node = node.$container;
    }
    return isTopLevel(node) && node.$cstNode?.offset === offset ? node : undefined;
}

/** The first top-level statement of the next segment. */
function statementAfter({ document, segment }: SegmentOfFile): ast.Member | undefined {
    const segments = segmentsOf(document);
    return segments[indexAt(segments, segment.start.offset) + 1]?.members.find(isTopLevel);
}

function isTopLevel(node: AstNode | undefined): node is ast.Site | ast.Scenario | ast.HierarchyHeader {
    return ast.isSite(node) || ast.isScenario(node) || ast.isHierarchyHeader(node);
}

/** Whether the indentation of a statement places it inside a block, rather than after a missing brace. */
function isInside(statement: ast.Member, blocks: readonly UnclosedBlock[]): boolean {
    const text = statement.$cstNode!.root.fullText;
    const indent = indentOf(text, statement.$cstNode!);
    const outer = indentOf(text, blocks.at(-1)!.block.$cstNode!);
    return indent === undefined || indent.length > (outer?.length ?? Infinity);
}
