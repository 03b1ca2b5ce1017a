import { childrenOf, type Hierarchy, parentOf, type Site } from '@sup/model';
import { type LangiumDocument, URI } from 'langium';
import type { TypeHierarchyProvider } from 'langium/lsp';
import type { TypeHierarchyItem, TypeHierarchyPrepareParams, TypeHierarchySubtypesParams, TypeHierarchySupertypesParams } from 'vscode-languageserver';
import { originOf } from '../analysis/projection/origin.js';
import { headOf } from '../analysis/ranges.js';
import { printable } from '../syntax/tree/characters.js';
import { elementsAt, placeOfStatement, siteOf } from './declarations.js';
import type { SupServices } from './services.js';

/** The hierarchy of sites as a type hierarchy: the parent of a site is its supertype, its child sites are subtypes. */
export class SupSiteHierarchyProvider implements TypeHierarchyProvider {
    constructor(private readonly services: SupServices) {}

    prepareTypeHierarchy(document: LangiumDocument, { position }: TypeHierarchyPrepareParams): TypeHierarchyItem[] | undefined {
        const site = siteOf(elementsAt(document, position, this.services));
        return site && [this.itemOf(site)];
    }

    supertypes({ item }: TypeHierarchySupertypesParams): TypeHierarchyItem[] | undefined {
        return this.relatives(item, (hierarchy, site) => [parentOf(hierarchy, site)]);
    }

    subtypes({ item }: TypeHierarchySubtypesParams): TypeHierarchyItem[] | undefined {
        return this.relatives(item, childrenOf);
    }

    /** The plan may have changed since the item was shown, so its site is looked up again. */
    private relatives({ uri, selectionRange }: TypeHierarchyItem, relativesOf: (hierarchy: Hierarchy, site: Site) => readonly (Site | undefined)[]): TypeHierarchyItem[] | undefined {
        const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
        const site = document && siteOf(elementsAt(document, selectionRange.start, this.services));
        return site && relativesOf(this.services.analysis.hierarchies.incremental(document), site).flatMap(each => each ? [this.itemOf(each)] : []);
    }

    private itemOf(site: Site): TypeHierarchyItem {
        const node = originOf(site);
        return {
            name: printable(site.code) || '(no site code)',
            kind: this.services.shared.lsp.NodeKindProvider.getSymbolKind(node),
            detail: printable([site.title, site.kind ? `${site.kind} site` : 'site'].filter(Boolean).join(', ')),
            ...placeOfStatement(node, headOf(node))
        };
    }
}
