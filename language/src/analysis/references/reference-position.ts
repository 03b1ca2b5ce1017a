import * as ast from '../../syntax/generated/ast.js';
import { definitionIn } from '../../syntax/catalogue/properties.js';
import { blockOf, keyOf } from '../../syntax/tree/blocks.js';
import { partOf } from '../../syntax/tree/items.js';
import { readSentence } from '../../syntax/tree/read-sentences.js';
import { partAt } from '../../syntax/tree/sentences.js';
import { isUnknownValue } from '../../syntax/tree/unknown.js';

/** The kind of element that a word or text refers to at its place, if any. Such a name can be followed, found and renamed. */
export function namedBy(atom: ast.Atom): 'site' | 'server' | undefined {
    const owner = atom.$container;
    return ast.isPhrase(owner) ? namedInPhrase(atom, owner) : isServerOfProperty(atom, owner) ? 'server' : undefined;
}

function namedInPhrase(atom: ast.Atom, { $container: sentence }: ast.Phrase): 'site' | 'server' | undefined {
    const kind = readSentence(sentence).names.find(({ at }) => partAt(sentence, at) === atom)?.kind;
    return kind === 'site' || kind === 'server' ? kind : undefined;
}

function isServerOfProperty(atom: ast.Atom, value: ast.Value): boolean {
    const property = value.$container;
    const type = definitionIn(blockOf(property), keyOf(property))?.value;
    if (type?.refersTo !== 'server' || isUnknownValue(property)) {
        return false;
    }
    const at = type.nameAt ? type.nameAt(value.atoms.map(partOf)) : 0;
    return at !== undefined && value.atoms[at] === atom;
}
