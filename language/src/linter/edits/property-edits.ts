import { AstUtils } from 'langium';
import { originOf, type BlockElement } from '../../analysis/projection/origin.js';
import { membersOf, propertyOf } from '../../syntax/tree/blocks.js';
import { type Edit, insertStatement, replaceText, setProperty } from './edit.js';

/** Sets several properties of one block, whose edits must not overlap if the block is on one line. */
export function setProperties(element: BlockElement, values: Readonly<Record<string, string>>): readonly Edit[] {
    const node = originOf(element);
    const keys = Object.keys(values);
    const missing = keys.filter(key => !propertyOf(node, key));
    return [
        ...keys.filter(key => !missing.includes(key)).map(key => setProperty(element, key, values[key]!)),
        ...missing.length > 0 ? [addLines(element, missing.map(key => `${key}: ${values[key]!}`))] : []
    ];
}

/** Adds properties at the end of a block; on the same line if the block is on one line. */
export function addLines(element: BlockElement, lines: readonly string[]): Edit {
    const node = originOf(element);
    const last = membersOf(node).at(-1)?.$cstNode;
    const isOneLine = last && 'body' in node && !/[\r\n]/.test(node.body!.$cstNode!.text);
    return isOneLine ? replaceText(AstUtils.getDocument(node), { offset: last.end, end: last.end }, `  ${lines.join('  ')}`) : insertStatement(element, ...lines);
}
