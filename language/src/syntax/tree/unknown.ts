import * as ast from '../generated/ast.js';
import { type Block, keyOf, membersOf, propertyOf } from './blocks.js';

/** The word that states that a value is not known. */
export const unknown = 'unknown';

/** Whether a property has the value `unknown`. In scenarios, where every value is a choice of the author, the word has no meaning. */
export function isUnknownValue(property: ast.Property): boolean {
    const [value, ...others] = property.values;
    const [word, ...more] = value?.atoms ?? [];
    return others.length === 0 && more.length === 0 && ast.isWord(word) && word.target.$refText === unknown && !isInScenario(property);
}

/** The keys of the properties of a block that are `unknown`. */
export function unknownKeysOf(block: Block): readonly string[] {
    return membersOf(block).filter(ast.isProperty).filter(property => isUnknownValue(property) && propertyOf(block, keyOf(property)) === property).map(keyOf);
}

function isInScenario(property: ast.Property): boolean {
    const block = property.$container.$container;
    return ast.isScenario(block) || ast.isAssume(block);
}
