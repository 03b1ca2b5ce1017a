import * as ast from '../generated/ast.js';
import { definitionIn } from '../catalogue/properties.js';
import { blockOf, keyOf } from '../syntax/blocks.js';

/** Whether a word or text stands where a property names a server, so that it can be followed, found and renamed. */
export function namesServer(atom: ast.Atom): boolean {
    const value = atom.$container;
    const property = value.$container;
    if (!ast.isProperty(property) || definitionIn(blockOf(property), keyOf(property))?.value.refersTo !== 'server') {
        return false;
    }
    const first = value.atoms[0];
    const index = value.atoms.indexOf(atom);
    // In `source:` the name follows the word `server`.
    return keyOf(property) === 'source' ? index === 1 && ast.isWord(first) && first.target.$refText === 'server' : index === 0;
}
