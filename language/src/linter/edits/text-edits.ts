import { AstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import * as ast from '../../syntax/generated/ast.js';
import { originOf } from '../../analysis/projection/origin.js';
import { type Block, propertyOf } from '../../syntax/tree/blocks.js';
import { headOf, spanOfPart, spanOfValues } from '../../analysis/ranges.js';
import type { Edit, HeadPart } from './edit.js';
import { blanksBefore, defaultMaxLineLength, indentAt, indentUnitOf, lineBreakOf, lineStart, removalSpanOf, wholeSpanOf } from '../../syntax/layout.js';
import { isModelElement, type Target } from '../../syntax/place.js';
import type { Span } from '../../syntax/span.js';
import { type LineLengthOf, wrappedList } from './wrapped-list.js';

/** A text edit and the document that it changes. */
export interface DocumentEdit {
    readonly document: LangiumDocument;
    readonly edit: TextEdit;
}

/** Turns an edit of the plan into text edits that keep the layout of the changed file. */
export function toTextEdits(edit: Edit, lineLengthOf: LineLengthOf = () => defaultMaxLineLength): readonly DocumentEdit[] {
    switch (edit.kind) {
        case 'set': return setValue(nodeOf(edit.target), edit.key, edit.value, lineLengthOf);
        case 'unset': return unset(nodeOf(edit.target), edit.key);
        case 'rename': return [replace(nodeOf(edit.target), spanOfPart(nodeOf(edit.target), 'key')!, edit.key)];
        case 'rewrite': return [rewrite(nodeOf(edit.target), edit.head)];
        case 'head': return setHeadPart(nodeOf(edit.target), edit.part, edit.value);
        case 'remove': return [edit.withComment ? removeWhole(nodeOf(edit.target)) : remove(nodeOf(edit.target))];
        case 'insert': return insert(nodeOf(edit.into), edit.lines, edit.where);
        // In this order: if the statement directly follows the target block, both edits start at the same offset.
        case 'move': return [...insert(nodeOf(edit.into), linesOf(edit.target)), removeWhole(nodeOf(edit.target))];
        case 'declare': return [declare(nodeOf(edit.after), edit.lines)];
        case 'text': return [replaceIn(edit.document, edit.span, edit.text)];
    }
}

function nodeOf(target: Target): Block | ast.Member {
    return isModelElement(target) ? originOf(target) : target;
}

function setValue(node: Block | ast.Member, key: string, value: string, lineLengthOf: LineLengthOf): readonly DocumentEdit[] {
    const property = ast.isProperty(node) ? node : propertyOf(node as Block, key);
    const text = textOf(node);
    const unit = indentUnitOf(text);
    const wrapped = (column: number, indent: string): string => !value.includes(',') ? value
        : wrappedList(value, { column, indent: indent + unit, lineBreak: lineBreakOf(text), maxLineLength: lineLengthOf(AstUtils.getDocument(node)) });
    if (!property) {
        const indent = indentAt(text, node.$cstNode!.offset) + unit;
        return insert(node, [`${key}: ${isOnOneLine(node) ? value : wrapped(indent.length + key.length + 2, indent)}`], 'first');
    }
    const values = spanOfValues(property);
    return [values
        ? replace(property, values, wrapped(values.offset - lineStart(text, values.offset), indentAt(text, values.offset)))
        : replace(property, atEndOf(property), ` ${value}`)];
}

/** Whether a statement has a block on one line, which stays on it. */
function isOnOneLine(node: Block | ast.Member): boolean {
    return 'body' in node && node.body !== undefined && !/[\r\n]/.test(node.body.$cstNode!.text);
}

function unset(node: Block | ast.Member, key: string): readonly DocumentEdit[] {
    const property = propertyOf(node as Block, key);
    return property ? [remove(property)] : [];
}

function rewrite(node: Block | ast.Member, head: string): DocumentEdit {
    const cst = node.$cstNode!;
    const bodyStart = 'body' in node ? node.body?.$cstNode?.offset : undefined;
    const written = textOf(node).slice(cst.offset, bodyStart ?? cst.end).trimEnd();
    return replace(node, { offset: cst.offset, end: cst.offset + written.length }, head);
}

/** Matches the words after which a missing head part is inserted. */
const precedingWords: Record<HeadPart, RegExp> = {
    kind: /^/,
    name: /^(?:(?:central|primary|secondary)[ \t]+)?(?:site|server|cluster|hierarchy)/,
    state: /^software\s+update\s+point/,
    version: /^wsus/,
    parents: /^(?:(?:central|primary|secondary)[ \t]+)?site(?:[ \t]+[^\s"{]+)?(?:[ \t]+"[^"\r\n]*(?:""[^"\r\n]*)*")?/,
    title: /^scenario/,
    duration: /^scenario(?:[ \t]+"[^"\r\n]*(?:""[^"\r\n]*)*")?(?:[ \t]+for(?![^\s{]))?/
};

function setHeadPart(node: Block | ast.Member, part: HeadPart, value: string | undefined): readonly DocumentEdit[] {
    const written = part === 'parents' ? reportsTo(node) : spanOfPart(node, part);
    const text = value === undefined ? '' : part === 'parents' ? `reports to ${value}` : value;
    if (written) {
        return [replace(node, value === undefined ? { ...written, offset: written.offset - blanksBefore(textOf(node), written.offset) } : written, text)];
    }
    if (value === undefined) {
        return [];
    }
    const cst = node.$cstNode!;
    const before = precedingWords[part].exec(cst.text);
    const offset = before ? cst.offset + before[0].length : headOf(node).end;
    const lacksFor = part === 'duration' && !before?.[0].endsWith('for');
    return [replace(node, { offset, end: offset }, part === 'kind' ? `${text} ` : lacksFor ? ` for ${text}` : ` ${text}`)];
}

/** The span of `reports to A, B reports to C`, from the first keyword to the last code or comma. */
function reportsTo(node: Block | ast.Member): Span | undefined {
    const keywords = ['reports', 'to', ','].flatMap(keyword => GrammarUtils.findNodesForKeyword(node.$cstNode, keyword));
    const written = [...keywords, ...GrammarUtils.findNodesForProperty(node.$cstNode, 'parents')].sort((a, b) => a.offset - b.offset);
    return written.length === 0 ? undefined : { offset: written[0]!.offset, end: written.at(-1)!.end };
}

function remove(node: Block | ast.Member): DocumentEdit {
    return replace(node, onlyMemberBody(node) ?? removalSpanOf(textOf(node), node), '');
}

/** The braces around the only member of a one-line block, with the blanks before them. */
function onlyMemberBody(node: Block | ast.Member): Span | undefined {
    const body = ast.isBody(node.$container) ? node.$container.$cstNode : undefined;
    const text = textOf(node);
    const isOnly = body?.text.replace(/^\{[ \t]*|[ \t]*\}$/g, '') === node.$cstNode!.text && !/[\r\n]/.test(body.text);
    return isOnly ? { offset: body.offset - blanksBefore(text, body.offset), end: body.end } : undefined;
}

function removeWhole(node: Block | ast.Member): DocumentEdit {
    return replace(node, wholeSpanOf(textOf(node), node), '');
}

/** Adds lines to a block: properties at its beginning, statements at its end. Adds braces if it has none. */
function insert(node: Block | ast.Member, lines: readonly string[], where: 'first' | 'last' = 'last'): readonly DocumentEdit[] {
    const text = textOf(node);
    const eol = lineBreakOf(text);
    const cst = node.$cstNode!;
    const outer = indentAt(text, cst.offset);
    const inner = outer + indentUnitOf(text);
    const body = 'body' in node ? node.body?.$cstNode : undefined;
    const indented = lines.map(line => line === '' ? '' : inner + line).join(eol);
    if (!body) {
        return [replace(node, atEndOf(node), ` {${eol}${indented}${eol}${outer}}`)];
    }
    const open = body.offset + 1;
    const close = body.text.endsWith('}') ? body.end - 1 : body.end;
    const inside = text.slice(open, close);
    if (!/[\r\n]/.test(inside)) {
        return insertInline(node, { offset: open, end: close }, lines, { eol, inner, outer });
    }
    if (where === 'first') {
        return [replace(node, { offset: open, end: open }, `${eol}${indented}`)];
    }
    const line = lineStart(text, close);
    return [text.slice(line, close).trim() === ''
        ? replace(node, { offset: line, end: line }, `${indented}${eol}`)
        // The brace follows other text on its line, possibly the statement that is moved here, so the lines go directly before the brace.
        : replace(node, { offset: close - blanksBefore(text, close), end: close }, `${eol}${indented}${eol}${outer}`)];
}

/**
 * Adds lines to a one-line block. It stays on one line if properties are added, and is split into lines if another statement or a comment is added. The edits leave
 * the present content alone, because another edit of the same fix may change it.
 */
function insertInline(node: Block | ast.Member, inside: Span, lines: readonly string[], layout: { eol: string; inner: string; outer: string }): readonly DocumentEdit[] {
    const { eol, inner, outer } = layout;
    const written = textOf(node).slice(inside.offset, inside.end);
    const isOneLine = lines.every(line => /^[a-z ]+:/.test(line) && !/\{|(?:^|\s)\/\//.test(line));
    const before = isOneLine ? ' ' : eol + inner;
    const after = isOneLine ? ' ' : eol + outer;
    const added = lines.join(isOneLine ? '  ' : eol + inner);
    if (written.trim() === '') {
        return [replace(node, inside, before + added + after)];
    }
    const start = { offset: inside.offset, end: inside.offset + written.length - written.trimStart().length };
    const end = { offset: inside.offset + written.trimEnd().length, end: inside.end };
    return [replace(node, start, before), replace(node, end, (isOneLine ? '  ' : eol + inner) + added + after)];
}

function declare(after: Block | ast.Member, lines: readonly string[]): DocumentEdit {
    const eol = lineBreakOf(textOf(after));
    return replace(after, atEndOf(after), eol + eol + lines.join(eol));
}

/** The lines of a statement with its comments, without the indentation of the surrounding block. */
export function linesOf(target: Target): readonly string[] {
    const node = nodeOf(target);
    const text = textOf(node);
    const indent = indentAt(text, node.$cstNode!.offset);
    const { offset, end } = wholeSpanOf(text, node);
    return text.slice(offset, end).trim().split(/\r\n|\n|\r/).map(line => line.startsWith(indent) ? line.slice(indent.length) : line.trimStart());
}

/** The lines inside a block with their comments, without their common indentation. A comment or statement beside the opening brace is the first line. */
export function innerLinesOf(target: Target): readonly string[] {
    const node = nodeOf(target);
    const body = ('body' in node && node.body?.$cstNode?.text) || '';
    const [beside = '', ...below] = body.slice(1, body.endsWith('}') ? -1 : undefined).trimEnd().split(/\r\n|\n|\r/);
    const indent = /^[ \t]*/.exec(below.find(line => line.trim() !== '') ?? '')![0];
    const lines = below.map(line => line.startsWith(indent) ? line.slice(indent.length) : line.trimStart());
    return [...beside.trim() === '' ? [] : [beside.trim()], ...lines.slice(Math.max(0, lines.findIndex(line => line !== '')))];
}

function atEndOf(node: Block | ast.Member): Span {
    return { offset: node.$cstNode!.end, end: node.$cstNode!.end };
}

function textOf(node: Block | ast.Member): string {
    return node.$cstNode!.root.fullText;
}

function replace(node: Block | ast.Member, span: Span, newText: string): DocumentEdit {
    return replaceIn(AstUtils.getDocument(node), span, newText);
}

function replaceIn(document: LangiumDocument, span: Span, newText: string): DocumentEdit {
    const range = { start: document.textDocument.positionAt(span.offset), end: document.textDocument.positionAt(span.end) };
    return { document, edit: { range, newText } };
}
