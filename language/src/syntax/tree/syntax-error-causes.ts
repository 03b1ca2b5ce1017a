import type { IToken } from 'chevrotain';
import { CstUtils, isLeafCstNode, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import type { Segment, SegmentOfFile } from '../segments/segment.js';
import { indexAt, segmentsOf } from '../segments/segmented-file.js';
import { blamed, closingBraceOf, indentOf, tokenBefore, type UnclosedBlock, unclosedBlocksAt } from './braces.js';
import { statementsIn } from './walk.js';
import type { Span } from '../span.js';

/** A place where the parser could not go on, by what a person would say of it. */
export type SyntaxErrorCause =
    /** Blocks without their closing brace, before a statement of the file's top level or the file's end. */
    | { readonly kind: 'unclosed'; readonly blocks: readonly UnclosedBlock[]; readonly next: ast.Member | undefined; readonly byLayout: boolean }
    /** A statement of the file's top level inside blocks, which are closed behind it. */
    | { readonly kind: 'nested'; readonly blocks: readonly UnclosedBlock[]; readonly next: ast.Member; readonly closing: readonly Span[] }
    /** A brace that closes no block. */
    | { readonly kind: 'closing'; readonly at: Span }
    /** A word that belongs between two others was left out. */
    | { readonly kind: 'missing'; readonly word: string; readonly after: Span }
    /** A token that nothing can begin or go on with, and the last one on its line that was skipped with it. */
    | { readonly kind: 'unexpected'; readonly at: Span; readonly skipped: Span };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Nested = Mutable<Extract<SyntaxErrorCause, { kind: 'nested' }>> & { closing: Span[] };

/** What the parser could not make sense of in a segment, as far as the first few problems. */
export function syntaxErrorCausesIn(reading: SegmentOfFile, most: number): readonly SyntaxErrorCause[] {
    const { syntaxErrors, start, text } = reading.segment;
    if (syntaxErrors.parserErrors.length === 0) {
        return [];
    }
    const end = start.offset + text.length;
    const found = new ProblemFinder(reading);
    const braces = unusedBraces(reading.segment);
    let next = 0;
    const takeBracesBefore = (offset: number): void => {
        for (; next < braces.length && braces[next]! < offset && found.problems.length < most; next++) {
            found.addBrace(braces[next]!);
        }
    };
    for (const { token, message: expected, resyncedTokens } of syntaxErrors.parserErrors) {
        const isEnd = !(token.startOffset >= 0);
        takeBracesBefore(isEnd ? end : token.startOffset + start.offset);
        if (found.problems.length >= most) {
            break;
        }
        if (isEnd || token.image !== '}') {
            found.addError(expected, token, isEnd, resyncedTokens ?? []);
        }
    }
    takeBracesBefore(end);
    // What nests too deep is taken out with its braces, so that those that are left need not match.
    const tooDeep = syntaxErrors.lexerIssues.some(({ kind }) => kind === 'too-deep');
    return found.problems.filter(({ kind }) => !tooDeep || kind === 'missing' || kind === 'unexpected').map(problem => problem.kind === 'nested' && problem.closing.length < problem.blocks.length
        ? unclosed(problem.blocks, problem.next)
        : problem);
}

/** Closing braces that are in no block. */
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

class ProblemFinder {
    readonly problems: SyntaxErrorCause[] = [];
    /** Statements in blocks whose braces come further on, the innermost last. */
    private readonly pending: Nested[] = [];
    private readonly unreadableLines: ReadonlySet<number | undefined>;

    constructor(private readonly reading: SegmentOfFile) {
        this.unreadableLines = new Set(reading.segment.syntaxErrors.lexerErrors.map(error => error.line));
    }

    addBrace(offset: number): void {
        const at = { offset, end: offset + 1 };
        const nested = this.pending.at(-1);
        if (!nested) {
            this.problems.push({ kind: 'closing', at });
        } else if (nested.closing.push(at) === nested.blocks.length) {
            this.pending.pop();
        }
    }

    addError(expected: string, token: IToken, isEnd: boolean, skippedTokens: readonly IToken[]): void {
        const { document, segment } = this.reading;
        const end = segment.start.offset + segment.text.length;
        const at = isEnd ? { offset: end, end } : this.spanOf(token);
        const next = isEnd ? statementBehind(this.reading) : topLevelAt(document, at.offset);
        if (expected === '}' && (isEnd || next)) {
            this.addUnclosed(at.offset, next);
        } else if (isEnd || !this.unreadableLines.has(token.startLine)) {
            // What cannot be read is the cause of what the parser misses on its line.
            const skipped = skippedTokens.filter(other => other.startLine === token.startLine && other.startOffset > token.startOffset).at(-1);
            this.problems.push(this.unexpected(expected, at, isEnd, skipped ? { offset: at.offset, end: this.spanOf(skipped).end } : at));
        }
    }

    /** The parser counts from the beginning of the segment. */
    private spanOf(token: IToken): Span {
        const offset = token.startOffset + this.reading.segment.start.offset;
        return { offset, end: offset + token.image.length };
    }

    private addUnclosed(offset: number, next: ast.Member | undefined): void {
        const { document, segment } = this.reading;
        // Braces in a comment to the end of the file are no braces.
        const isCutShort = !next && segment.syntaxErrors.lexerIssues.some(({ kind }) => kind === 'unclosed-comment');
        const blocks = isCutShort ? [] : unclosedBlocksAt(document.parseResult.value, offset);
        if (blocks.length > 0 && next && isInside(next, blocks)) {
            const nested: Nested = { kind: 'nested', blocks, next, closing: [] };
            this.pending.push(nested);
            this.problems.push(nested);
        } else if (blocks.length > 0) {
            this.problems.push(unclosed(blocks, next));
        }
    }

    private unexpected(expected: string, at: Span, isEnd: boolean, skipped: Span): SyntaxErrorCause {
        const before = tokenBefore(this.reading.document.parseResult.value.$cstNode!, at.offset);
        const word = expected === 'WORD' ? 'CODE' : /^[a-z]+$/.test(expected) ? expected : undefined;
        if (before && word) {
            return { kind: 'missing', word, after: before };
        }
        return isEnd && before ? { kind: 'unexpected', at: before, skipped: before } : { kind: 'unexpected', at, skipped };
    }
}

function unclosed(open: readonly UnclosedBlock[], next: ast.Member | undefined): SyntaxErrorCause {
    const blocks = blamed(open);
    return { kind: 'unclosed', blocks, next, byLayout: blocks !== open };
}

/** The site, scenario or `hierarchy` line that begins at an offset. */
function topLevelAt(document: LangiumDocument<ast.SupFile>, offset: number): ast.Member | undefined {
    const leaf: CstNode | undefined = CstUtils.findLeafNodeAtOffset(document.parseResult.value.$cstNode!, offset);
    let node: AstNode | undefined = leaf && isLeafCstNode(leaf) ? leaf.astNode : undefined;
    while (node?.$container && !ast.isSupFile(node.$container)) {
        node = node.$container;
    }
    return isTopLevel(node) && node.$cstNode?.offset === offset ? node : undefined;
}

/** The statement that the segment behind one begins with. */
function statementBehind({ document, segment }: SegmentOfFile): ast.Member | undefined {
    const segments = segmentsOf(document);
    return segments[indexAt(segments, segment.start.offset) + 1]?.members.find(isTopLevel);
}

function isTopLevel(node: AstNode | undefined): node is ast.Site | ast.Scenario | ast.HierarchyHeader {
    return ast.isSite(node) || ast.isScenario(node) || ast.isHierarchyHeader(node);
}

/** Whether a statement is laid out as one of a block's, rather than as one that begins where the brace was forgotten. */
function isInside(statement: ast.Member, blocks: readonly UnclosedBlock[]): boolean {
    const text = statement.$cstNode!.root.fullText;
    const indent = indentOf(text, statement.$cstNode!);
    const outer = indentOf(text, blocks.at(-1)!.block.$cstNode!);
    return indent === undefined || indent.length > (outer?.length ?? Infinity);
}
