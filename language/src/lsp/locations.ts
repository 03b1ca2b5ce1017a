import { AstUtils, type LangiumDocument } from 'langium';
import type { ModelElement, Scenario, Site } from '@sup/model';
import type { Location, Position } from 'vscode-languageserver-types';
import { originOf } from '../projection/origin.js';
import { membersOf } from '../syntax/blocks.js';
import { readSentence } from '../syntax/read-sentences.js';
import { isSentence } from '../syntax/sentences.js';
import { rangeOf } from './diagnostics.js';

/** Where the plan says a part of the model, or one of its properties: the smallest text for it. */
export function locationOf(element: ModelElement, part?: string): Location {
    const document = AstUtils.getDocument(originOf(element));
    return { uri: document.uri.toString(), range: rangeOf({ of: element, ...(part === undefined ? {} : { part }) }, document) };
}

/** The text of a statement in one line, as it stands in the plan. */
export function sourceTextOf(element: ModelElement): string {
    return (originOf(element).$cstNode?.text ?? '').replace(/\s+/g, ' ').trim();
}

/** The events and expectations of a scenario that could not be read, so that the model is without them. */
export function unreadIn(scenario: Scenario): readonly Location[] {
    const node = originOf(scenario);
    const document = AstUtils.getDocument(node);
    const unread = membersOf(node).filter(isSentence).filter(sentence => readSentence(sentence).mistake !== undefined);
    return unread.map(sentence => ({ uri: document.uri.toString(), range: rangeOf({ of: sentence }, document) }));
}

/** The site of a document whose block holds a position. */
export function siteAt(sites: readonly Site[], document: LangiumDocument, position: Position): Site | undefined {
    const offset = document.textDocument.offsetAt(position);
    return sites.find(site => {
        const node = originOf(site).$cstNode;
        return node !== undefined && node.offset <= offset && offset <= node.end;
    });
}
