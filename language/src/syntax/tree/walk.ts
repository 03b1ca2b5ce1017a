import type * as ast from '../generated/ast.js';

/** Every statement of a file or a part of it, outer before inner, in the order of the text. Depth is bounded by the lexer. */
export function statementsIn({ members }: { readonly members: readonly ast.Member[] }): readonly ast.Member[] {
    const found: ast.Member[] = [];
    collect(members, found);
    return found;
}

function collect(members: readonly ast.Member[], into: ast.Member[]): void {
    for (const member of members) {
        into.push(member);
        if ('body' in member && member.body) {
            collect(member.body.members, into);
        }
    }
}
