import * as ast from '../generated/ast.js';
import { type Block, blockOf, keyOf, membersOf, propertyOf } from './blocks.js';

/** The word that states that a value is not known. */
export const unknown = 'unknown';

export const aboutUnknown = 'The value exists but is not known. No rule judges it, pictures mark it, and the simulation uses the default in its place.';

/** Whether a property has the value `unknown`. In scenarios, where every value is a choice of the author, the word has no meaning. */
export function isUnknownValue(property: ast.Property): boolean {
    const [value, ...others] = property.values;
    const [word, ...more] = value?.atoms ?? [];
    return others.length === 0 && more.length === 0 && ast.isWord(word) && word.target.$refText === unknown && !isInScenario(blockOf(property));
}

/** The keys of the properties of a block that are `unknown`. */
export function unknownKeysOf(block: Block): readonly string[] {
    return membersOf(block).filter(ast.isProperty).filter(property => isUnknownValue(property) && propertyOf(block, keyOf(property)) === property).map(keyOf);
}

export function isInScenario(block: Block): boolean {
    return ast.isScenario(block) || ast.isAssume(block);
}
