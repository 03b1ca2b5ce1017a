import { type CstNode, CstUtils, type LangiumDocument } from 'langium';
import type { Position, SelectionRange } from 'vscode-languageserver-types';

/** The ranges that editors select when a selection is expanded: the word, its value, the list, the statement, its block, and so on. */
export function selectionRangeAt({ parseResult, textDocument }: LangiumDocument, position: Position): SelectionRange {
    const root = parseResult.value.$cstNode;
    const offset = textDocument.offsetAt(position);
    const leaf = root && (CstUtils.findLeafNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeAtOffset(root, offset - 1));
    const whole = { range: { start: { line: 0, character: 0 }, end: textDocument.positionAt(textDocument.getText().length) } };
    // By offset: after a syntax error, the lines and columns of nodes may not agree with their offsets.
    return outwards(leaf).reduceRight<SelectionRange>((parent, { offset: start, end }) => ({ range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) }, parent }), whole);
}

/**
 * The nodes around a leaf, each larger than the one before, without the whole file. After a syntax error, a node may not contain what it was made of:
 * it is then left out.
 */
function outwards(leaf: CstNode | undefined): readonly CstNode[] {
    const found: CstNode[] = [];
    for (let node = leaf; node?.container; node = node.container) {
        const last = found.at(-1);
        if (!last || (node.offset <= last.offset && node.end >= last.end && node.end - node.offset > last.end - last.offset)) {
            found.push(node);
        }
    }
    return found;
}
