import type { LangiumDocument } from 'langium';
import type { Position } from 'vscode-languageserver';
import { originOf, siteAt } from '@sup/language';
import { hostsOf } from '@sup/model';
import type { ScenePart } from './scene-parts.js';

/** The innermost part of a hierarchy whose block contains a position. */
export function partAt(document: LangiumDocument, position: Position): ScenePart | undefined {
    const site = siteAt(document, position);
    const offset = document.textDocument.offsetAt(position);
    const host = site && hostsOf(site).find(each => {
        const node = originOf(each).$cstNode;
        return node !== undefined && node.offset <= offset && offset <= node.end;
    });
    return host ?? site;
}
