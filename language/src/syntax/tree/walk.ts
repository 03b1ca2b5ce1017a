import type * as ast from '../generated/ast.js';

/** All statements of a file or a part of it, in the order of the text. The recursion is safe, since the lexer limits the depth. */
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
