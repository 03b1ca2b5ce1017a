import type { Synchronization } from '@sup/model';
import { AstUtils } from 'langium';
import { originOf } from '../../analysis/projection/origin.js';
import { spanOfValues } from '../../analysis/ranges.js';
import * as ast from '../../syntax/generated/ast.js';
import { quoteString } from '../../syntax/parser/value-converter.js';
import { keyOf, membersOf, propertyOf } from '../../syntax/tree/blocks.js';
import { type Edit, removeStatement, replaceText, unsetProperty } from './edit.js';
import { addLines } from './property-edits.js';

/** The properties of synchronization settings that are lists of names. */
export type ListKey = 'products' | 'classifications' | 'languages' | 'summary languages';

/** The values of a list; undefined if it is not written, or cannot be read. */
export function listIn(settings: Synchronization, key: ListKey): readonly string[] | undefined {
    return key === 'summary languages' ? settings.summaryLanguages : settings[key];
}

/** Names as a plan writes them: language codes as words, all others in quotes. */
export function writtenNames(key: ListKey, names: readonly string[]): string {
    return names.map(name => key.endsWith('languages') && /^[A-Za-z][A-Za-z-]*$/.test(name) ? name : quoteString(name)).join(', ');
}

/** Names to add to the lists of synchronization settings. */
export type Additions = ReadonlyMap<ListKey, readonly string[]>;

/** Adds names to the ends of lists, and adds lists that are missing. */
export function addNames(settings: Synchronization, additions: Additions): readonly Edit[] {
    const node = originOf(settings);
    const document = AstUtils.getDocument(node);
    const edits: Edit[] = [];
    const missing: string[] = [];
    for (const [key, names] of additions) {
        const property = propertyOf(node, key);
        const span = property && spanOfValues(property);
        if (span) {
            edits.push(replaceText(document, { offset: span.end, end: span.end }, `, ${writtenNames(key, names)}`));
        } else {
            missing.push(`${key}: ${writtenNames(key, names)}`);
        }
    }
    return missing.length === 0 ? edits : [...edits, addLines(settings, missing)];
}

/** Replaces a name in a list. If the list contains the new name already, the old one is only removed. */
export function replaceName(settings: Synchronization, key: ListKey, index: number, name: string): Edit {
    const names = listIn(settings, key)!;
    const property = propertyOf(originOf(settings), key)!;
    return names.includes(name)
        ? removeName(settings, key, index)
        : replaceText(AstUtils.getDocument(property), spanOfValues(property, index)!, writtenNames(key, [name]));
}

/** Removes a name from a list, with the comma next to it. */
export function removeName(settings: Synchronization, key: ListKey, index: number): Edit {
    const property = propertyOf(originOf(settings), key)!;
    const [span, before, after] = [index, index - 1, index + 1].map(each => each < 0 ? undefined : spanOfValues(property, each));
    const offset = before ? before.end : span!.offset;
    const end = before || !after ? span!.end : after.offset;
    return replaceText(AstUtils.getDocument(property), { offset, end }, '');
}

/** Removes properties, or the whole block if nothing else is in it. */
export function removeProperties(settings: Synchronization, keys: readonly string[]): readonly Edit[] {
    const isRest = (member: ast.Member): boolean => !ast.isProperty(member) || !keys.includes(keyOf(member));
    return membersOf(originOf(settings)).some(isRest) ? keys.map(key => unsetProperty(settings, key)) : [removeStatement(settings)];
}
