import { scheduleText } from '@sup/model';
import type { LeafCstNode } from 'langium';
import { blocksWith, definitionIn } from '../../syntax/catalogue/properties.js';
import { meaningOf } from '../../syntax/catalogue/meanings.js';
import { schedule } from '../../syntax/catalogue/schedule-values.js';
import * as ast from '../../syntax/generated/ast.js';
import { type BlockName, blockNameOf, blockOf, keyOf } from '../../syntax/tree/blocks.js';
import { itemsOf, partOf } from '../../syntax/tree/items.js';
import { aboutUnknown, isUnknownValue } from '../../syntax/tree/unknown.js';
import { documentationOfMeaning, documentationOfProperty } from '../documentation.js';
import { escaped, joined, type Markdown, markdown, trusted } from '../markdown.js';

/** The documentation of a key, or the blocks that it belongs in. */
export function aboutKey(property: ast.Property): Markdown {
    const key = keyOf(property);
    if (definitionIn(blockOf(property), key)) {
        return trusted(documentationOfProperty(blockNameOf(blockOf(property))!, key));
    }
    const places = blocksWith(key);
    return places.length === 0
        ? markdown`${escaped(key)} is not a property of the language.`
        : markdown`${escaped(key)} belongs in ${trusted(places.map(place => `\`${place}\``).join(' or '))}.`;
}

/** The meaning of a value, or of a word in it, and its property. */
export function aboutValue(leaf: LeafCstNode, property: ast.Property): Markdown {
    const block = blockNameOf(blockOf(property));
    const key = keyOf(property);
    if (isUnknownValue(property)) {
        return trusted(aboutUnknown);
    }
    if (!block || !definitionIn(blockOf(property), key)) {
        return aboutKey(property);
    }
    const found = meaningAt(leaf, block, key) ?? readingOf(property, key);
    const about = markdown`Value of \`${trusted(key)}\`. ${trusted(documentationOfProperty(block, key))}`;
    return found ? joined([found, about], '\n\n---\n\n') : about;
}

/** The meaning of the whole item if it has one, such as `whole website`, otherwise that of the word. */
function meaningAt({ astNode }: LeafCstNode, block: BlockName, key: string): Markdown | undefined {
    if (!ast.isWord(astNode) && !ast.isText(astNode)) {
        return undefined;
    }
    const { text } = partOf(astNode);
    const item = ast.isValue(astNode.$container) ? astNode.$container.atoms.map(atom => partOf(atom).text).join(' ') : text;
    for (const each of [item, text]) {
        const meaning = meaningOf(block, key, each);
        if (meaning) {
            return markdown`**${escaped(each)}**: ${trusted(documentationOfMeaning(meaning))}`;
        }
    }
    return undefined;
}

/** How the simulation reads a schedule. */
function readingOf(property: ast.Property, key: string): Markdown | undefined {
    const value = key === 'schedule' ? schedule.read(itemsOf(property)) : undefined;
    return value && value.kind !== 'manual' ? markdown`The site synchronizes ${trusted(scheduleText(value))}.` : undefined;
}
