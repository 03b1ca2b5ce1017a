import { type AstNode, AstUtils, DefaultLinker, type DefaultReference } from 'langium';
import * as ast from '../../syntax/generated/ast.js';
import type { AnalysisServices } from '../services.js';
import type { Hierarchies } from '../workspace/hierarchies.js';
import { declaredAs } from './declared.js';
import { namedBy } from './reference-position.js';

/**
 * Looks up what a name stands for when somebody asks: the codes after `reports to`, and the words that name a site or a server; all
 * other words are just words. Nothing is linked ahead, so nothing has to be linked again after a change elsewhere.
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

    /** What a name stands for where it is written. */
    lookUp(name: string, node: AstNode): AstNode | undefined {
        const kind = ast.isWord(node) ? namedBy(node) : 'site';
        return kind && declaredAs(this.hierarchies().kept(AstUtils.getDocument(node)), kind, name);
    }
}
