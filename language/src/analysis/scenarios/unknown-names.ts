import { clientGroupNamesIn, type Hierarchy } from '@sup/model';
import type { Name, NameKind } from '../../syntax/phrases/reading.js';
import { blockOf } from '../../syntax/tree/blocks.js';
import { inCode } from '../../syntax/tree/characters.js';
import { publishedIn, readSentence } from '../../syntax/tree/read-sentences.js';
import { type Sentence, tokensOf } from '../../syntax/tree/sentences.js';

/** The names in a sentence of a scenario that do not exist in its hierarchy; none if the sentence cannot be read. */
export function unknownNamesIn(sentence: Sentence, hierarchy: Hierarchy): readonly (Name & { readonly name: string })[] {
    const { error, names } = readSentence(sentence);
    return error ? [] : names.map(each => ({ ...each, name: tokensOf(sentence)[each.at]!.text })).filter(({ kind, name }) => !known[kind](name, hierarchy, sentence));
}

/** States that a name does not exist. */
export const unknownNameText: Readonly<Record<NameKind, (name: string) => string>> = {
    site: name => `No site of this hierarchy has the code ${inCode(name)}.`,
    server: name => `No server or cluster of this hierarchy is named ${inCode(name)}.`,
    group: name => `No group of clients in this hierarchy is named ${inCode(name)}.`,
    update: name => `This scenario publishes no update named ${inCode(name)}.`
};

const known: Readonly<Record<NameKind, (name: string, hierarchy: Hierarchy, sentence: Sentence) => boolean>> = {
    site: (code, { sitesByCode }) => sitesByCode.has(code),
    server: (name, { serversByName }) => serversByName.has(name),
    group: (label, hierarchy) => clientGroupNamesIn(hierarchy).has(label),
    update: (name, _, sentence) => publishedIn(blockOf(sentence)).has(name)
};
