import * as ast from '../generated/ast.js';
import { blocksWith, definitionIn } from '../catalogue/properties.js';
import { blockOf, keyOf, membersOf } from './blocks.js';
import { isSentence, type Sentence } from './sentences.js';

/**
 * The spurious property that results from an unquoted value with a colon: `policy: http://…` parses as `policy:` without a value and a
 * property `http`, `content folder: D:\WSUS` as one without a value and a property `D`.
 */
export function brokenOffFrom(property: ast.Property): ast.Property | undefined {
    const next = membersOf(blockOf(property))[(property.$containerIndex ?? 0) + 1];
    return next && ast.isProperty(next) && isBrokenOff(property, next) ? next : undefined;
}

/** The property to whose value this spurious one belongs. */
export function ownerOfBrokenOff(property: ast.Property): ast.Property | undefined {
    const previous = membersOf(blockOf(property))[(property.$containerIndex ?? 0) - 1];
    return previous && ast.isProperty(previous) && isBrokenOff(previous, property) ? previous : undefined;
}

function isBrokenOff(owner: ast.Property, rest: ast.Property): boolean {
    if (owner.values.length > 0) {
        return false;
    }
    const [before, after] = [owner.$cstNode, rest.$cstNode];
    if (!before || !after || !before.text.endsWith(':')) {
        return false;
    }
    const text = before.root.fullText;
    const colon = text.indexOf(':', after.offset);
    return /^[ \t]*$/.test(text.slice(before.end, after.offset)) && /\S/.test(text[colon + 1] ?? ' ');
}

/** The spurious property that results from a colon in a sentence: `at 1d: set A proxy to px:8080`. */
export function brokenOffFromSentence(sentence: Sentence): ast.Property | undefined {
    const next = membersOf(blockOf(sentence))[(sentence.$containerIndex ?? 0) + 1];
    return next && ast.isProperty(next) && sentenceBefore(next) === sentence ? next : undefined;
}

/** The sentence to which a spurious property belongs: it is on the same line, and the property is not valid on its own. */
export function sentenceBefore(property: ast.Property): Sentence | undefined {
    const previous = membersOf(blockOf(property))[(property.$containerIndex ?? 0) - 1];
    if (!isSentence(previous)) {
        return undefined;
    }
    const [before, after] = [previous.$cstNode, property.$cstNode];
    if (!before || !after) {
        return undefined;
    }
    const text = before.root.fullText;
    const key = keyOf(property);
    const isFollowedDirectly = /\S/.test(text[text.indexOf(':', after.offset) + 1] ?? ' ');
    const isSpurious = definitionIn(blockOf(property), key) === undefined && (isFollowedDirectly || blocksWith(key).length === 0);
    return isSpurious && /^[ \t]*$/.test(text.slice(before.end, after.offset)) ? previous : undefined;
}
