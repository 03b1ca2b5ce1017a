import { type AstNode, AstUtils, type CstNode, CstUtils, DefaultReferences, type FindReferencesOptions, type LangiumDocument, type ReferenceDescription, type Stream, stream, UriUtils } from 'langium';
import * as ast from '../../syntax/generated/ast.js';
import { segmentsOf } from '../../syntax/segments/segmented-file.js';
import type { AnalysisServices } from '../services.js';
import type { Hierarchies } from '../workspace/hierarchies.js';
import { declaredAs } from './declared.js';
import { namesIn } from './names.js';
import { namedBy } from './reference-position.js';

/**
 * Finds declarations and references by name alone: a name refers to the first declaration of it. A server's name may also be in quotes;
 * the syntax tree holds that as a text, and only its place distinguishes it from other texts.
 */
export class SupReferences extends DefaultReferences {
    private readonly hierarchies: () => Hierarchies;

    constructor(services: AnalysisServices) {
        super(services);
        this.hierarchies = () => services.analysis.hierarchies;
    }

    override findDeclarations(source: CstNode): AstNode[] {
        const node = source.astNode;
        if (!ast.isText(node) || namedBy(node) !== 'server') {
            return super.findDeclarations(source);
        }
        const server = this.declared('server', node.text, node);
        return server ? [server] : [];
    }

    override findReferences(target: AstNode, options: FindReferencesOptions): Stream<ReferenceDescription> {
        const kind = ast.isSite(target) ? 'site' : ast.isServer(target) || ast.isCluster(target) ? 'server' : undefined;
        const name = this.nameProvider.getName(target);
        const own = options.includeDeclaration ? this.getSelfReferences(target) : [];
        if (!kind || !name || this.declared(kind, name, target) !== target) {
            return stream(own);
        }
        const documents = this.hierarchies().neighboursOf(AstUtils.getDocument(target))
            .filter(({ uri }) => !options.documentUri || UriUtils.equals(uri, options.documentUri));
        return stream([...own, ...documents.flatMap(document => this.placesIn(document, kind, name, target))]);
    }

    private placesIn(document: LangiumDocument, kind: 'site' | 'server', name: string, target: AstNode): readonly ReferenceDescription[] {
        const targetDocument = AstUtils.getDocument(target);
        return segmentsOf(document).flatMap(segment => namesIn(segment).get(name) ?? []).filter(place => place.kind === kind).flatMap(({ node, token }) => {
            const cst = token();
            return cst ? [{
                sourceUri: document.uri,
                sourcePath: this.nodeLocator.getAstNodePath(node),
                targetUri: targetDocument.uri,
                targetPath: this.nodeLocator.getAstNodePath(target),
                segment: CstUtils.toDocumentSegment(cst),
                local: document === targetDocument
            }] : [];
        });
    }

    /** The declaration that a name refers to near a node. */
    private declared(kind: 'site' | 'server', name: string, near: AstNode): AstNode | undefined {
        return declaredAs(this.hierarchies().incremental(AstUtils.getDocument(near)), kind, name);
    }
}
