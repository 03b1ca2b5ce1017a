import type { LangiumDocument } from 'langium';
import { indentAt, lineBreakOf, wholeSpanOf } from '../../syntax/layout.js';
import type * as ast from '../../syntax/generated/ast.js';
import type { Span } from '../../syntax/span.js';
import { type Edit, replaceText, takeOut } from './edit.js';

/** Moves statements of the top level after the closing brace of the block that they are inside, with their comments and without their indentation. */
export function moveOut(document: LangiumDocument, statements: readonly ast.Member[], closing: Span): readonly Edit[] {
    const text = document.textDocument.getText();
    const lineBreak = lineBreakOf(text);
    const texts = statements.map(statement => {
        const { offset, end } = wholeSpanOf(text, statement);
        const indent = indentAt(text, statement.$cstNode!.offset);
        return text.slice(offset, end).trimEnd().split(/\r\n|\n|\r/).map(line => line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()).join(lineBreak);
    });
    return [...statements.map(takeOut), replaceText(document, { offset: closing.end, end: closing.end }, texts.map(each => `${lineBreak}${lineBreak}${each}`).join(''))];
}
