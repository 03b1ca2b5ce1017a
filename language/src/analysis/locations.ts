import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { Hierarchy, ModelElement, Scenario, Site } from '@sup/model';
import type { Location, Position } from 'vscode-languageserver-types';
import { originOf } from './projection/origin.js';
import { sitesIn } from './projection/segment-model.js';
import { isClean, type Segment, syntaxErrorsIn } from '../syntax/segments/segment.js';
import { indexAt, segmentsOf } from '../syntax/segments/segmented-file.js';
import { membersOf } from '../syntax/tree/blocks.js';
import { readSentence } from '../syntax/tree/read-sentences.js';
import type { Place, TextPlace } from '../syntax/place.js';
import { isSentence, placeAt } from '../syntax/tree/sentences.js';
import { rangeOf } from './ranges.js';
import { unknownNamesIn, unknownNameText } from './scenarios/unknown-names.js';

/** The location of a model element, or of one of its parts: the smallest text for it. */
export function locationOf(element: ModelElement, part?: string): Location {
    const document = AstUtils.getDocument(originOf(element));
    return { uri: document.uri.toString(), range: rangeOf({ of: element, ...(part === undefined ? {} : { part }) }, document) };
}

/** The sites of a document, each with its start position. */
export function sitesWithPositions(document: LangiumDocument): readonly { readonly site: Site; start(): Position }[] {
    return segmentsOf(document).flatMap(segment => sitesIn(segment).map(site => ({ site, start: () => startOf(site, segment) })));
}

function startOf(site: Site, segment: Segment): Position {
    const { line, character } = startInSegment(originOf(site), segment);
    return { line: segment.start.line + line, character };
}

/** The start of a statement, relative to its segment. Cached, since computing it makes the tokens of the segment. */
function startInSegment(node: AstNode, segment: Segment): Position {
    let start = starts.get(node);
    if (!start) {
        const { line, character } = node.$cstNode!.range.start;
        start = { line: line - segment.start.line, character };
        starts.set(node, start);
    }
    return start;
}

const starts = new WeakMap<AstNode, Position>();

/** The text of a statement in the plan, on one line. */
export function sourceTextOf(element: ModelElement): string {
    return (originOf(element).$cstNode?.text ?? '').replace(/\s+/g, ' ').trim();
}

/** A reason why a scenario cannot be run as written. */
export interface ScenarioFault extends Location {
    readonly message: string;
}

const syntaxErrorText = 'This line has a syntax error. Run `sup check` for details.';

/**
 * The events and expectations of a scenario that cannot be read, which the model therefore lacks, the names in the others that do not exist, and
 * characters without meaning, without which a line is read as another one: `at -1d` as `at 1d`.
 */
export function* faultsOf(scenario: Scenario, hierarchy: Hierarchy): Generator<ScenarioFault, void> {
    const node = originOf(scenario);
    const document = AstUtils.getDocument(node);
    const at = (place: Place | TextPlace, message: string): ScenarioFault => ({ uri: document.uri.toString(), range: rangeOf(place, document), message });
    for (const sentence of membersOf(node).filter(isSentence)) {
        if (readSentence(sentence).error) {
            yield at({ of: sentence }, syntaxErrorText);
        } else {
            yield* unknownNamesIn(sentence, hierarchy).map(unknown => at(placeAt(sentence, unknown.at), unknownNameText[unknown.kind](unknown.name)));
        }
    }
    const { offset: from, end } = node.$cstNode!;
    const segments = segmentsOf(document);
    for (const { offset, length } of syntaxErrorsIn(segments[indexAt(segments, from)]!).lexerErrors) {
        if (offset >= from && offset < end) {
            const { textDocument } = document;
            yield { uri: document.uri.toString(), range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset + length) }, message: syntaxErrorText };
        }
    }
}

/** The site of a document whose block encloses a position. */
export function siteAt(document: LangiumDocument, position: Position): Site | undefined {
    const offset = document.textDocument.offsetAt(position);
    const segments = segmentsOf(document);
    const segment = segments[indexAt(segments, offset)];
    return segment && sitesIn(segment).find(site => {
        const node = originOf(site).$cstNode;
        return node !== undefined && node.offset <= offset && offset <= node.end;
    });
}

/** A segment of a file, for comparing files. */
export interface PlanSegment {
    readonly text: string;
    readonly sites: readonly Site[];
    /** Whether a part of it cannot be read. */
    readonly hasSyntaxErrors: boolean;
}

export function planSegmentsOf(document: LangiumDocument): readonly PlanSegment[] {
    return segmentsOf(document).map(segment => ({ text: segment.text, sites: sitesIn(segment), hasSyntaxErrors: !isClean(segment.syntaxErrors) }));
}
