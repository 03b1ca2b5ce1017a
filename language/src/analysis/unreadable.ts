import { isUnknown, lowerBound, memoize, type SoftwareUpdatePoint } from '@sup/model';
import type { ILexingError } from 'chevrotain';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../syntax/generated/ast.js';
import { type BlockElement, originIfRead } from './projection/origin.js';
import { fieldOf } from './projection/unknown-fields.js';
import { propertyOf } from '../syntax/tree/blocks.js';
import type { Span } from '../syntax/span.js';

/** The spans of characters that belong to no token, in the order of the text. */
const unreadableSpans = memoize(spansOf);

export function spansOf(errors: readonly ILexingError[]): readonly Span[] {
    return errors.map(({ offset, length }) => ({ offset, end: offset + length }));
}

/** Whether a span contains unreadable characters, which are then the cause of every other fault there. */
export function holdsUnreadable(document: LangiumDocument, span: Span): boolean {
    const spans = unreadableSpans(document.parseResult.lexerErrors);
    const first = spans[lowerBound(spans, ({ end }) => end <= span.offset)];
    return first !== undefined && first.offset < span.end;
}

/** Whether unreadable characters are in a statement, or a part of it, or directly beside it. */
export function isBesideUnreadable(statement: AstNode, part?: Span): boolean {
    const document = AstUtils.getDocument(statement);
    if (unreadableSpans(document.parseResult.lexerErrors).length === 0) {
        return false;
    }
    const span = part ?? statement.$cstNode!;
    const text = document.textDocument.getText();
    const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
    let { offset, end } = span;
    while (isBlank(text[offset - 1])) {
        offset--;
    }
    while (isBlank(text[end])) {
        end++;
    }
    return holdsUnreadable(document, { offset: offset - 1, end: end + 1 });
}

/** The words that can follow `software update point`. */
export const roleStates: readonly string[] = ['active', 'internet', 'inactive'];

/** Whether the state of a role is `unknown` or not a valid one: the role counts as inactive, but it may not be. */
export function hasUnreadableState(point: SoftwareUpdatePoint): boolean {
    const node = originIfRead(point);
    return node === undefined ? isUnknown(point, 'state') : ast.isSoftwareUpdatePoint(node) && node.state !== undefined && !roleStates.includes(node.state);
}

/** Whether a property is present, even if its value is invalid: the model then lacks it, although the plan states it. */
export function isWritten(element: BlockElement, key: string): boolean {
    const origin = originIfRead(element);
    return origin ? propertyOf(origin, key) !== undefined : isStated(element, fieldOf(key));
}

/** Whether an element that was not read from a file has a value for a field, or states that it is `unknown`. */
function isStated(element: BlockElement, field: string): boolean {
    return ('unknown' in element && element.unknown?.has(field) === true) || (element as unknown as Readonly<Record<string, unknown>>)[field] !== undefined;
}

/** The rest of a line from an offset, without white space, a comment and closing braces at its end. */
export function restOfLine(text: string, offset: number): Span {
    const line = /[^\r\n]*/y;
    line.lastIndex = offset;
    const rest = line.exec(text)![0];
    const comment = rest.search(/[ \t]\/[/*]/);
    let end = comment < 0 ? rest.length : comment;
    while (end > 0 && ' \t}'.includes(rest[end - 1]!)) {
        end--;
    }
    return { offset, end: offset + end };
}
