import { AstUtils } from 'langium';
import { type BlockElement, originOf } from '../../analysis/projection/origin.js';
import { spanOfValues } from '../../analysis/ranges.js';
import { propertyOf } from '../../syntax/tree/blocks.js';
import { type Edit, insertStatement, replaceText, setProperty, unsetProperty } from './edit.js';
import { linesOf } from './text-edits.js';

/** A comment of the importer after a value, which explains only this value. */
const importComment = /^[ \t]*\/\/ import:[^\r\n]*/;

/** Gives a property the value that it has in the text of another plan. Removes it if that text does not have it. */
export function takeOverProperty(planned: BlockElement, real: BlockElement, key: string): readonly Edit[] {
    const value = writtenValue(real, key);
    return value === undefined ? [unsetProperty(planned, key)] : replaceProperty(planned, key, value);
}

/** Sets a property, and removes the comment of the importer that explains its former value. */
export function replaceProperty(planned: BlockElement, key: string, value: string): readonly Edit[] {
    const property = propertyOf(originOf(planned), key);
    const end = property?.$cstNode?.end;
    const comment = end === undefined ? undefined : importComment.exec(property!.$cstNode!.root.fullText.slice(end));
    return [
        setProperty(planned, key, value),
        ...comment ? [replaceText(AstUtils.getDocument(property!), { offset: end!, end: end! + comment[0].length }, '')] : []
    ];
}

/** Copies a statement of another plan into a block. */
export function copyInto(into: BlockElement, real: BlockElement): Edit {
    return insertStatement(into, ...linesOf(real));
}

/** The values of a property as they are written; undefined if it is not written. */
export function writtenValue(element: BlockElement, key: string): string | undefined {
    const property = propertyOf(originOf(element), key);
    const span = property && spanOfValues(property);
    return span && property.$cstNode!.root.fullText.slice(span.offset, span.end);
}
