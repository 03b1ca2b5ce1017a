import { memoize } from '@sup/model';
import type { AstNode, CstNode } from 'langium';
import * as ast from '../../syntax/generated/ast.js';
import type { Segment } from '../../syntax/segments/segment.js';
import { isSentence, partsIn } from '../../syntax/tree/sentences.js';
import { statementsIn } from '../../syntax/tree/walk.js';
import { namedBy } from './reference-position.js';

/** A use of the name of a site or a server. */
export interface NameReference {
    readonly kind: 'site' | 'server';
    readonly node: AstNode;
    readonly token: () => CstNode | undefined;
}

/** The uses of the names of sites and servers in a segment, by name. A server's name may also be in quotes, since it need not be a single word. */
export const namesIn = memoize((segment: Segment): ReadonlyMap<string, readonly NameReference[]> => {
    const places: { readonly name: string; readonly place: NameReference }[] = [];
    const add = (name: string, kind: NameReference['kind'] | undefined, node: AstNode, token: NameReference['token']): void => {
        if (kind) {
            places.push({ name, place: { kind, node, token } });
        }
    };
    for (const statement of statementsIn(segment)) {
        if (ast.isSite(statement)) {
            statement.parents.forEach(parent => add(parent.$refText, 'site', statement, () => parent.$refNode));
        }
        for (const atom of atomsIn(statement)) {
            if (ast.isWord(atom)) {
                add(atom.target.$refText, namedBy(atom), atom, () => atom.$cstNode);
            } else if (ast.isText(atom)) {
                add(atom.text, namedBy(atom), atom, () => atom.$cstNode);
            }
        }
    }
    return new Map([...Map.groupBy(places, ({ name }) => name)].map(([name, found]) => [name, found.map(({ place }) => place)]));
});

function atomsIn(statement: ast.Member): readonly AstNode[] {
    return ast.isProperty(statement) ? statement.values.flatMap(value => value.atoms) : isSentence(statement) ? partsIn(statement) : [];
}
