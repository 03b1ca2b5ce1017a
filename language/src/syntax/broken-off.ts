import * as ast from '../generated/ast.js';
import { blockOf, membersOf } from './blocks.js';

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
    const [before, after] = [owner.$cstNode, rest.$cstNode];
    if (owner.values.length > 0 || !before || !after || !before.text.endsWith(':')) {
        return false;
    }
    const text = before.root.fullText;
    const colon = text.indexOf(':', after.offset);
    return /^[ \t]*$/.test(text.slice(before.end, after.offset)) && /\S/.test(text[colon + 1] ?? ' ');
}
