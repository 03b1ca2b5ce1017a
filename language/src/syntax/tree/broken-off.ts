import * as ast from '../generated/ast.js';
import { blocksWith, definitionIn } from '../catalogue/properties.js';
import { blockOf, keyOf, membersOf } from './blocks.js';
import { isSentence, type Sentence } from './sentences.js';

/**
 * The property that the value of another was taken for because it holds a colon and is not in quotes: `policy: http://…` reads
 * as `policy:` without a value and a property `http`, `content folder: D:\WSUS` as one without a value and a property `D`.
 */
export function brokenOffFrom(property: ast.Property): ast.Property | undefined {
    const next = membersOf(blockOf(property))[(property.$containerIndex ?? 0) + 1];
    return next && ast.isProperty(next) && isBrokenOff(property, next) ? next : undefined;
}

/** The property whose value this one is the rest of. */
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

/** The property that the end of a sentence was taken for because it holds a colon: `at 1d: set A proxy to px:8080`. */
export function brokenOffFromSentence(sentence: Sentence): ast.Property | undefined {
    const next = membersOf(blockOf(sentence))[(sentence.$containerIndex ?? 0) + 1];
    return next && ast.isProperty(next) && sentenceBefore(next) === sentence ? next : undefined;
}

/** The sentence that a property is the rest of: it stands on its line, and is no property that could stand there by itself. */
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
    const isStuck = /\S/.test(text[text.indexOf(':', after.offset) + 1] ?? ' ');
    const isOther = definitionIn(blockOf(property), key) === undefined && (isStuck || blocksWith(key).length === 0);
    return isOther && /^[ \t]*$/.test(text.slice(before.end, after.offset)) ? previous : undefined;
}
