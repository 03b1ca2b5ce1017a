import { AstUtils, DefaultScopeProvider, DocumentState, EMPTY_SCOPE, MapScope, type ReferenceInfo, type Scope, stream, WorkspaceCache } from 'langium';
import * as ast from '../generated/ast.js';
import type { SupServices } from '../sup-module.js';
import type { Hierarchies } from '../workspace/hierarchies.js';
import { namedBy } from './reference-position.js';

/** Finds names in the hierarchy of the document, by a map that is made once per change. */
export class SupScopeProvider extends DefaultScopeProvider {
    private readonly hierarchies: () => Hierarchies;
    private readonly scopes: WorkspaceCache<string, Scope>;

    constructor(services: SupServices) {
        super(services);
        this.hierarchies = () => services.shelf.hierarchies;
        this.scopes = new WorkspaceCache(services.shared, DocumentState.IndexedContent);
    }

    override getScope(context: ReferenceInfo): Scope {
        switch (ast.isWord(context.container) ? namedBy(context.container) : 'site') {
            case 'site': return this.scopeOf(context, [ast.Site.$type]);
            case 'server': return this.scopeOf(context, [ast.Server.$type, ast.Cluster.$type]);
            default: return EMPTY_SCOPE;
        }
    }

    private scopeOf(context: ReferenceInfo, types: readonly string[]): Scope {
        const document = AstUtils.getDocument(context.container);
        const hierarchies = this.hierarchies();
        return this.scopes.get(`${types[0]} ${hierarchies.keyOf(document)}`, () => {
            const uris = new Set(hierarchies.neighboursOf(document).map(neighbour => neighbour.uri.toString()));
            return new MapScope(stream(types).flatMap(type => this.indexManager.allElements(type, uris)));
        });
    }
}
