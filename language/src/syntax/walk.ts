import type * as ast from '../generated/ast.js';

/** Every statement of a file or a part of it, outer before inner, in the order of the text. Depth is bounded by the lexer. */
export function* walkStatements(file: { readonly members: readonly ast.Member[] }): Generator<ast.Member> {
    yield* walk(file.members);
}

function* walk(members: readonly ast.Member[]): Generator<ast.Member> {
    for (const member of members) {
        yield member;
        if ('body' in member && member.body) {
            yield* walk(member.body.members);
        }
    }
}

