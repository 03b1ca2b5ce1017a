import { AstUtils, type LangiumDocument } from 'langium';
import type { ImplementationProvider } from 'langium/lsp';
import type { ImplementationParams, LocationLink } from 'vscode-languageserver';
import { nodesOf } from '@sup/model';
import { originOf } from '../analysis/projection/origin.js';
import { headOf } from '../analysis/ranges.js';
import { elementsAt, placeOfStatement, updatePointsAt } from './declarations.js';
import type { SupServices } from './services.js';

/** Goes from a site or server to the software update points in use there, and from a cluster to its nodes. */
export class SupImplementationProvider implements ImplementationProvider {
    constructor(private readonly services: SupServices) {}

    getImplementation(document: LangiumDocument, { position }: ImplementationParams): LocationLink[] | undefined {
        const elements = elementsAt(document, position, this.services);
        const [element] = elements;
        const targets = element?.element === 'cluster' ? nodesOf(element) : updatePointsAt(elements);
        const links = targets.map((target): LocationLink => {
            const node = originOf(target);
            const { range, selectionRange } = placeOfStatement(node, headOf(node));
            return { targetUri: AstUtils.getDocument(node).uri.toString(), targetRange: range, targetSelectionRange: selectionRange };
        });
        return links.length === 0 ? undefined : links;
    }
}
