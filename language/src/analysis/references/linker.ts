import { type AstNode, AstUtils, DefaultLinker, type DefaultReference } from 'langium';
import * as ast from '../../syntax/generated/ast.js';
import type { AnalysisServices } from '../services.js';
import type { Hierarchies } from '../workspace/hierarchies.js';
import { declaredAs } from './declared.js';
import { namedBy } from './reference-position.js';

/**
 * Resolves references lazily: the codes after `reports to`, and the words that name a site or a server; all other words refer to nothing.
 * Nothing is linked in advance, so no change elsewhere requires linking again.
 */
export class SupLinker extends DefaultLinker {
    private readonly hierarchies: () => Hierarchies;

    constructor(services: AnalysisServices) {
        super(services);
        this.hierarchies = () => services.analysis.hierarchies;
    }

    override link(): Promise<void> {
        return Promise.resolve();
    }

    protected override resolveReference(reference: DefaultReference, node: AstNode): AstNode | undefined {
        return this.lookUp(reference.$refText, node);
    }

    /** The declaration that a name refers to at a node. */
    lookUp(name: string, node: AstNode): AstNode | undefined {
        const kind = ast.isWord(node) ? namedBy(node) : 'site';
        return kind && declaredAs(this.hierarchies().incremental(AstUtils.getDocument(node)), kind, name);
    }
}
