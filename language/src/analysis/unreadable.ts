import { lowerBound, type SoftwareUpdatePoint } from '@sup/model';
import type { ILexingError } from 'chevrotain';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../syntax/generated/ast.js';
import { type BlockElement, originOf } from './projection/origin.js';
import { propertyOf } from '../syntax/tree/blocks.js';
import type { Span } from '../syntax/span.js';

const byDocument = new WeakMap<object, readonly Span[]>();

/** The stretches of a document that hold characters which no token begins with, in the order of the text. */
function unreadableIn(document: LangiumDocument): readonly Span[] {
    const { lexerErrors } = document.parseResult;
    let spans = byDocument.get(lexerErrors);
    if (!spans) {
        spans = spansOf(lexerErrors);
        byDocument.set(lexerErrors, spans);
    }
    return spans;
}

export function spansOf(errors: readonly ILexingError[]): readonly Span[] {
    return errors.map(({ offset, length }) => ({ offset, end: offset + length }));
}

/** Whether there is something unreadable in a stretch of text: it is then the cause of whatever else is wrong there. */
export function holdsUnreadable(document: LangiumDocument, span: Span): boolean {
    const spans = unreadableIn(document);
    const first = spans[lowerBound(spans, ({ end }) => end <= span.offset)];
    return first !== undefined && first.offset < span.end;
}

/** Whether something unreadable stands in a statement, or a part of it, or right beside. */
export function isBesideUnreadable(statement: AstNode, part?: Span): boolean {
    const document = AstUtils.getDocument(statement);
    if (unreadableIn(document).length === 0) {
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

/** Whether a role has a state that is none: it counts as inactive, but nobody knows which one is meant. */
export function hasUnreadableState(point: SoftwareUpdatePoint): boolean {
    const node = originOf(point);
    return ast.isSoftwareUpdatePoint(node) && node.state !== undefined && !roleStates.includes(node.state);
}

/** Whether a property is there, be its value one that cannot be read: the model then says nothing, and the plan does. */
export function isWritten(element: BlockElement, key: string): boolean {
    return propertyOf(originOf(element), key) !== undefined;
}

/** The rest of a line from an offset on, without blanks, a comment and closing braces at its end. */
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
