import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { ModelElement, Scenario, Site } from '@sup/model';
import type { Location, Position } from 'vscode-languageserver-types';
import { originOf } from './projection/origin.js';
import { sitesIn } from './projection/segment-model.js';
import { isClean, type Segment } from '../syntax/segments/segment.js';
import { indexAt, segmentsOf } from '../syntax/segments/segmented-file.js';
import { membersOf } from '../syntax/tree/blocks.js';
import { readSentence } from '../syntax/tree/read-sentences.js';
import { isSentence } from '../syntax/tree/sentences.js';
import { rangeOf } from './ranges.js';

/** Where the plan says a part of the model, or one of its properties: the smallest text for it. */
export function locationOf(element: ModelElement, part?: string): Location {
    const document = AstUtils.getDocument(originOf(element));
    return { uri: document.uri.toString(), range: rangeOf({ of: element, ...(part === undefined ? {} : { part }) }, document) };
}

/** The sites of a document, and where each begins. */
export function sitesWithStarts(document: LangiumDocument): readonly { readonly site: Site; start(): Position }[] {
    return segmentsOf(document).flatMap(segment => sitesIn(segment).map(site => ({ site, start: () => startOf(site, segment) })));
}

/** A site's place in its segment is kept: whoever asks for many would else have the tokens of all made each time. */
const starts = new WeakMap<AstNode, Position>();

function startOf(site: Site, segment: Segment): Position {
    const node = originOf(site);
    let start = starts.get(node);
    if (!start) {
        const { line, character } = node.$cstNode!.range.start;
        start = { line: line - segment.start.line, character };
        starts.set(node, start);
    }
    return { line: segment.start.line + start.line, character: start.character };
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
export function siteAt(document: LangiumDocument, position: Position): Site | undefined {
    const offset = document.textDocument.offsetAt(position);
    const segments = segmentsOf(document);
    const segment = segments[indexAt(segments, offset)];
    return segment && sitesIn(segment).find(site => {
        const node = originOf(site).$cstNode;
        return node !== undefined && node.offset <= offset && offset <= node.end;
    });
}

/** What a file says piece by piece. */
export interface PlanPiece {
    readonly text: string;
    readonly sites: readonly Site[];
    /** Whether there is something in it that cannot be read. */
    readonly isUnread: boolean;
}

export function piecesOf(document: LangiumDocument): readonly PlanPiece[] {
    return segmentsOf(document).map(segment => ({ text: segment.text, sites: sitesIn(segment), isUnread: !isClean(segment.syntaxErrors) }));
}
