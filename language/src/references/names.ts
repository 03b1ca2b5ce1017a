import { oncePer } from '@sup/model';
import type { AstNode, CstNode } from 'langium';
import * as ast from '../generated/ast.js';
import type { Segment } from '../segments/segment.js';
import { isSentence, partsIn } from '../syntax/sentences.js';
import { walkStatements } from '../syntax/walk.js';
import { namedBy } from './reference-position.js';

/** A place that names a site or a server. */
export interface NamePlace {
    readonly kind: 'site' | 'server';
    readonly node: AstNode;
    readonly cst: CstNode;
}

/** Where a segment names sites and servers, by name. In quotes a server is named, too: its name may be no single word. */
export const namesIn = oncePer((segment: Segment): ReadonlyMap<string, readonly NamePlace[]> => {
    const places: { readonly name: string; readonly place: NamePlace }[] = [];
    const add = (name: string, kind: NamePlace['kind'] | undefined, node: AstNode, cst: CstNode | undefined): void => {
        if (kind && cst) {
            places.push({ name, place: { kind, node, cst } });
        }
    };
    for (const statement of walkStatements(segment)) {
        if (ast.isSite(statement)) {
            statement.parents.forEach(({ $refText, $refNode }) => add($refText, 'site', statement, $refNode));
        }
        for (const atom of atomsIn(statement)) {
            if (ast.isWord(atom)) {
                add(atom.target.$refText, namedBy(atom), atom, atom.$cstNode);
            } else if (ast.isText(atom)) {
                add(atom.text, namedBy(atom), atom, atom.$cstNode);
            }
        }
    }
    return new Map([...Map.groupBy(places, ({ name }) => name)].map(([name, found]) => [name, found.map(({ place }) => place)]));
});

function atomsIn(statement: ast.Member): readonly AstNode[] {
    return ast.isProperty(statement) ? statement.values.flatMap(value => value.atoms) : isSentence(statement) ? partsIn(statement) : [];
}
