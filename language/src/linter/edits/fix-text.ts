import type { LangiumDocument } from 'langium';
import * as ast from '../../syntax/generated/ast.js';
import { quoteString } from '../../syntax/parser/value-converter.js';
import type { Fix } from '../define-rule.js';
import { indentOf, openingBraceOf, tokenBefore, type UnclosedBlock } from '../../syntax/tree/braces.js';
import { describeCharacter, inCode } from '../../syntax/tree/characters.js';
import { restOfLine } from '../../analysis/unreadable.js';
import { definitionIn } from '../../syntax/catalogue/properties.js';
import { blockOf, keyOf } from '../../syntax/tree/blocks.js';
import { likelyValues } from './fix-value.js';
import { type Edit, replaceText } from './edit.js';
import { indentAt, lineBreakOf, lineStart, nextLine } from '../../syntax/layout.js';
import type { Span } from '../../syntax/span.js';

/** Closes each block where it ends: on the same line if the block is written on one line, otherwise on a line of its own. */
export function closeBlocks(document: LangiumDocument, blocks: readonly UnclosedBlock[]): readonly Edit[] {
    const text = document.textDocument.getText();
    return blocks.map(({ block, body, last }) => {
        const brace = openingBraceOf(body)!;
        const rest = restOfLine(text, last.end);
        const isOneLine = !/[\r\n]/.test(text.slice(brace.offset, last.end)) && (last !== brace || rest.end > rest.offset);
        if (isOneLine || rest.end > rest.offset) {
            return replaceText(document, { offset: last.end, end: last.end }, ' }');
        }
        const end = endOfLine(text, last.end);
        const indent = indentOf(text, block.$cstNode!) ?? indentAt(text, block.$cstNode!.offset);
        return replaceText(document, { offset: end, end }, `${lineBreakOf(text)}${indent}}`);
    });
}

/** Removes a span of text: with its line if nothing else is on it, otherwise with the adjacent blanks. */
export function removeText(document: LangiumDocument, span: Span): Edit {
    const text = document.textDocument.getText();
    const start = lineStart(text, span.offset);
    const end = endOfLine(text, span.end);
    const isFirst = text.slice(start, span.offset).trim() === '';
    if (isFirst && text.slice(span.end, end).trim() === '') {
        return replaceText(document, { offset: start, end: nextLine(text, span.end) }, '');
    }
    const isSetOff = /^[\s}]|^$/.test(text.slice(span.end, end));
    return replaceText(document, isFirst ? { offset: span.offset, end: end - text.slice(span.end, end).trimStart().length } : isSetOff ? withBlanksBefore(text, span) : span, '');
}

/** Removes several spans of text; spans that only blanks separate are removed together. */
export function removeTexts(document: LangiumDocument, spans: readonly Span[]): readonly Edit[] {
    const text = document.textDocument.getText();
    const joined: Span[] = [];
    for (const span of spans) {
        const last = joined.at(-1);
        const isNext = last && /^[ \t]*$/.test(text.slice(last.end, span.offset));
        joined.splice(isNext ? -1 : joined.length, isNext ? 1 : 0, { offset: isNext ? last.offset : span.offset, end: span.end });
    }
    return joined.map(span => removeText(document, span));
}

function withBlanksBefore(text: string, span: Span): Span {
    let offset = span.offset;
    while (text[offset - 1] === ' ' || text[offset - 1] === '\t') {
        offset--;
    }
    return { offset, end: span.end };
}

/** Pairs of quotes used by word processors and other languages. */
const foreignQuotes: readonly (readonly [string, string])[] = [['\'', '\''], ['“', '”'], ['„', '“'], ['”', '”'], ['‘', '’'], ['‚', '‘'], ['«', '»'], ['»', '«'], ['`', '`']];

/** Fixes for characters that the language does not use, the likeliest first. */
export function fixUnreadable(document: LangiumDocument, run: Span): readonly Fix[] {
    const text = document.textDocument.getText();
    const written = text.slice(run.offset, run.end);
    const isFirst = text.slice(lineStart(text, run.offset), run.offset).trim() === '';
    const fixes: Fix[] = [];
    const closing = closingQuote(text, run);
    if (closing) {
        fixes.push({ title: 'Write straight double quotes', edits: [replaceText(document, run, '"'), replaceText(document, closing, '"')] });
    } else if (!isFirst && /^(?::?=+>?|->)$/.test(written)) {
        return [{ title: 'Write `:`', edits: [replaceText(document, withBlanksBefore(text, run), ':')] }];
    } else if (isFirst && /^(?:#+|;+|--+|\/+|'+|\*+|%+)$/.test(written)) {
        fixes.push({ title: 'Make the line a comment', edits: [replaceText(document, run, '//')] });
    } else if (!/^;+$/.test(written)) {
        fixes.push(...quoteValue(document, run));
    }
    const name = written.length <= 20 && [...written].length === 1 ? describeCharacter(written) : inCode(written.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '…'));
    return [...fixes, { title: `Remove ${name}`, edits: removeTexts(document, [run, ...(closing ? [closing] : [])]) }];
}

/** Quotes the item of a property's value that contains a span or directly precedes it; writes the value as it was meant if the property does not take a text. */
export function quoteValue(document: LangiumDocument, at: Span): readonly Fix[] {
    const found = valueAround(document, at);
    if (!found) {
        return [];
    }
    const { property, item, value } = found;
    const text = document.textDocument.getText();
    const written = text.slice(item.offset, item.end);
    const type = definitionIn(blockOf(property), keyOf(property))?.value;
    const isText = !type || type.read([[{ kind: 'text', text: written }]]) !== undefined;
    return isText ? [writeInstead(document, item, quoteString(written))]
        : likelyValues(type, text.slice(value.offset, value.end)).map(meant => writeInstead(document, value, meant));
}

function writeInstead(document: LangiumDocument, span: Span, text: string): Fix {
    return { title: `Write ${inCode(text)}`, edits: [replaceText(document, span, text)] };
}

/** The closing quote of a text in foreign quotes: the next matching one on the line. */
export function closingQuote(text: string, run: Span): Span | undefined {
    const partners = foreignQuotes.filter(([opening]) => opening === text.slice(run.offset, run.end)).map(([, closing]) => closing);
    const rest = partners.length > 0 ? /^[^\r\n"]*/.exec(text.slice(run.end, run.end + 200))![0] : '';
    const found = rest.split('').findIndex(character => partners.includes(character));
    return found > 0 ? { offset: run.end + found, end: run.end + found + 1 } : undefined;
}

/** The item of a property's value, as written, that contains a run of characters, and the whole value. */
function valueAround(document: LangiumDocument, run: Span): { readonly property: ast.Property; readonly item: Span; readonly value: Span } | undefined {
    const text = document.textDocument.getText();
    const start = lineStart(text, run.offset);
    const before = tokenBefore((document.parseResult.value as ast.SupFile).$cstNode!, run.offset);
    const property = before && propertyAround(before.astNode);
    const key = property?.$cstNode;
    if (!before || before.offset < start || !key || key.offset < start) {
        return undefined;
    }
    const colon = text.indexOf(':', key.offset + property.key.length);
    const comma = text.lastIndexOf(',', run.offset);
    const rest = restOfLine(text, run.end);
    const nextComma = text.slice(run.end, rest.end).indexOf(',');
    const item = trimmed(text, { offset: Math.max(colon, comma) + 1, end: nextComma < 0 ? rest.end : run.end + nextComma });
    const inner = text.slice(item.offset, item.end);
    // A key later in the line belongs to another property.
    return inner === '' || inner.includes('"') || /[A-Za-z][ \t]*:[ \t]/.test(inner) ? undefined : { property, item, value: trimmed(text, { offset: colon + 1, end: rest.end }) };
}

function trimmed(text: string, { offset, end }: Span): Span {
    const inner = text.slice(offset, end);
    return { offset: offset + (inner.length - inner.trimStart().length), end: offset + inner.trimEnd().length };
}

function propertyAround(node: unknown): ast.Property | undefined {
    let current = node as { $container?: unknown } | undefined;
    while (current && !ast.isProperty(current)) {
        current = current.$container as typeof current;
    }
    return current;
}

function endOfLine(text: string, offset: number): number {
    const next = nextLine(text, offset);
    return next - /[\r\n]*$/.exec(text.slice(offset, next))![0].length;
}
