import type { LangiumDocument } from 'langium';
import { AstUtils, CstUtils } from 'langium';
import type { LinkedEditingRanges } from 'vscode-languageserver';
import type { Position } from 'vscode-languageserver-types';
import { isWord } from '../syntax/tree/names.js';
import type { SupServices } from './services.js';

/**
 * The places of a name that stands more than once, all of them in one file, so that an editor can change them together. A name in several
 * files, or in quotes, needs *Rename*.
 */
export function linkedEditingRangesAt(document: LangiumDocument, position: Position, { parser, references }: SupServices): LinkedEditingRanges | undefined {
    const root = document.parseResult.value.$cstNode;
    const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(position), parser.GrammarConfig.nameRegexp);
    const [target] = leaf ? references.References.findDeclarations(leaf) : [];
    if (!leaf || !target || !isWord(leaf.text)) {
        return undefined;
    }
    const places = references.References.findReferences(target, { includeDeclaration: true }).toArray();
    const isHere = places.every(({ sourceUri }) => sourceUri.toString() === document.uri.toString());
    const ranges = places.map(({ segment }) => segment.range);
    const areEqual = ranges.every(range => document.textDocument.getText(range) === leaf.text);
    return ranges.length > 1 && isHere && areEqual && AstUtils.getDocument(target) === document ? { ranges } : undefined;
}
