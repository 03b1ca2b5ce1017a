import { memoize } from '@sup/model';
import { type AstNode, AstUtils, type CstNode, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import * as ast from '../syntax/generated/ast.js';
import { originOf } from './projection/origin.js';
import { FastNode } from '../syntax/fast-parser/nodes.js';
import { type Block, propertyOf } from '../syntax/tree/blocks.js';
import { isSentence } from '../syntax/tree/sentences.js';
import { isModelElement, type Place, type TextPlace } from '../syntax/place.js';
import type { Span } from '../syntax/span.js';

/** The statement of a place. */
export function statementAt(place: Place): Block | ast.Member {
    return isModelElement(place.of) ? originOf(place.of) : place.of;
}

/** The document of a place. */
export function documentOf(place: Place): LangiumDocument {
    return AstUtils.getDocument(statementAt(place));
}

/** The smallest text for a place; if the part is not written, the head of the block that should have it. */
export function spanOf(place: Place): Span {
    const node = statementAt(place);
    const part = place.part === undefined ? undefined : spanOfPart(node, place.part, place.index);
    return part ?? headOf(node);
}

/** The range of a place, at least one character wide so that it can be seen. */
export function rangeOf(place: Place | TextPlace, document: LangiumDocument): Range {
    const span = 'offset' in place ? { offset: place.offset, end: place.offset + place.length } : spanOf(place);
    const text = document.textDocument;
    return { start: text.positionAt(span.offset), end: text.positionAt(Math.max(span.end, span.offset + 1)) };
}

/** The text of a word of the head or of a property's value; undefined if it is not written. */
export function spanOfPart(node: Block | ast.Member, part: string, index?: number): Span | undefined {
    if (ast.isProperty(node)) {
        return part === 'key' ? spanOfFeature(node, 'key') : spanOfValues(node, index);
    }
    const property = propertyOf(node as Block, part);
    return property ? spanOfValues(property, index) ?? spanOfFeature(property, 'key') : spanOfFeature(node, part, index);
}

/** The values of a property from the first to the last, or one of them. */
export function spanOfValues(property: ast.Property, index?: number): Span | undefined {
    return spanOfFeature(property, 'values', index);
}

/** The words of a head that belong to one feature of the grammar. */
function spanOfFeature(node: AstNode, feature: string, index?: number): Span | undefined {
    const cst = headTokensOf(node);
    if (!cst) {
        return undefined;
    }
    const features = nodesByFeature(cst);
    const found = features.get(feature) ?? GrammarUtils.findNodesForProperty(cst, feature);
    features.set(feature, found);
    return join(index === undefined ? found : found.slice(index, index + 1));
}

/** Cached, since a site may name thousands of parents, and each may be a finding. */
const nodesByFeature = memoize<CstNode, Map<string, readonly CstNode[]>>(() => new Map());

/** The text that identifies a statement: its code or name, its keywords with a state or version, or its key; for an event or expectation, all of it. */
export function headOf(node: Block | ast.Member): Span {
    const tokens = headTokensOf(node);
    if (!tokens) {
        return { offset: 0, end: 0 };
    }
    if (ast.isSite(node) || ast.isServer(node) || ast.isCluster(node)) {
        const name = spanOfFeature(node, 'name');
        if (name) {
            return name;
        }
    }
    if (ast.isProperty(node)) {
        return spanOfFeature(node, 'key') ?? tokens;
    }
    return isSentence(node) || node instanceof FastNode ? tokens : firstLineOf(node, tokens);
}

/** The tokens of a statement's head, or of the whole statement. */
export function headTokensOf(node: AstNode): CstNode | undefined {
    return node instanceof FastNode ? node.$headNode : node.$cstNode;
}

/** The words on the first line of a head. */
function firstLineOf(node: Block | ast.Member, cst: CstNode): Span {
    const body = ('body' in node ? node.body?.$cstNode?.offset : undefined) ?? Infinity;
    let span: Span | undefined;
    let line = -1;
    for (const word of CstUtils.flattenCst(cst)) {
        if (word.offset >= body || (span && word.range.start.line > line)) {
            break;
        }
        if (!word.hidden) {
            line = word.range.start.line;
            span = { offset: span?.offset ?? word.offset, end: word.end };
        }
    }
    return span ?? cst;
}

function join(nodes: readonly (CstNode | undefined)[]): Span | undefined {
    const present = nodes.filter((node): node is CstNode => node !== undefined);
    return present.length > 0 ? { offset: present[0]!.offset, end: present.at(-1)!.end } : undefined;
}
