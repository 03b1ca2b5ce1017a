import { AstUtils, type AstNode, CstUtils, type LangiumDocument } from 'langium';
import type { Position, Range } from 'vscode-languageserver-types';
import type { ModelElement, Site, SoftwareUpdatePoint } from '@sup/model';
import { elementOf } from '../analysis/projection/origin.js';
import type { SupServices } from './services.js';

/** The declarations that the name at a position refers to, otherwise the statements around it, the innermost first. */
export function elementsAt(document: LangiumDocument, position: Position, services: SupServices): readonly ModelElement[] {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    const leaf = root && (CstUtils.findDeclarationNodeAtOffset(root, offset, services.parser.GrammarConfig.nameRegexp) ?? CstUtils.findLeafNodeAtOffset(root, offset));
    if (!leaf || leaf.hidden) {
        return [];
    }
    const declared = services.references.References.findDeclarations(leaf).flatMap(node => elementOf(node) ?? []);
    return declared.length > 0 ? declared : around(leaf.astNode);
}

function around(node: AstNode | undefined): readonly ModelElement[] {
    const found: ModelElement[] = [];
    for (let each = node; each; each = each.$container) {
        const element = elementOf(each);
        if (element) {
            found.push(element);
        }
    }
    return found;
}

/** The site that elements are part of. */
export function siteOf(elements: readonly ModelElement[]): Site | undefined {
    const [element] = elements;
    switch (element?.element) {
        case 'site': return element;
        case 'server':
        case 'cluster':
        case 'clientGroup':
        case 'synchronization': return element.site;
        case 'wsus': return element.server.site;
        case 'updatePoint': return element.host.site;
        default: return undefined;
    }
}

/** The software update points of the innermost element that has any in use. */
export function updatePointsAt(elements: readonly ModelElement[]): readonly SoftwareUpdatePoint[] {
    for (const element of elements) {
        const points = element.element === 'updatePoint' ? [element]
            : element.element === 'server' || element.element === 'cluster' ? element.updatePoints
                : element.element === 'site' ? [...element.servers, ...element.clusters].flatMap(({ updatePoints }) => updatePoints) : [];
        const used = points.filter(({ state }) => state !== 'inactive');
        if (used.length > 0) {
            return used;
        }
    }
    return [];
}

/** The place of a statement: all of it, and the part that identifies it. */
interface StatementPlace {
    readonly uri: string;
    readonly range: Range;
    readonly selectionRange: Range;
}

/** The place of a statement in its document. The head is never outside of it, since clients reject that. */
export function placeOfStatement(node: AstNode, head: { readonly offset: number; readonly end: number }): StatementPlace {
    const document = AstUtils.getDocument(node);
    const { textDocument } = document;
    const range = node.$cstNode!.range;
    const isInside = head.offset >= node.$cstNode!.offset && head.end <= node.$cstNode!.end;
    const selectionRange = isInside ? { start: textDocument.positionAt(head.offset), end: textDocument.positionAt(head.end) } : { start: range.start, end: range.start };
    return { uri: document.uri.toString(), range, selectionRange };
}
