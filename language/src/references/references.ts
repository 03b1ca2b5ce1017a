import { type AstNode, AstUtils, type CstNode, CstUtils, DefaultReferences, type FindReferencesOptions, type LangiumDocument, type ReferenceDescription, type Stream, stream, UriUtils } from 'langium';
import * as ast from '../generated/ast.js';
import { originOf } from '../projection/origin.js';
import type { SupServices } from '../sup-module.js';
import { isSentence, partsIn } from '../syntax/sentences.js';
import { walkStatements } from '../syntax/walk.js';
import type { Hierarchies } from '../workspace/hierarchies.js';
import { namedBy } from './reference-position.js';

/**
 * Finds names in quotes too. In the tree they are texts, not references, since only their place tells a name from any other
 * text; a server whose name is no single word is written no other way.
 */
export class SupReferences extends DefaultReferences {
    private readonly hierarchies: () => Hierarchies;

    constructor(services: SupServices) {
        super(services);
        this.hierarchies = () => services.shelf.hierarchies;
    }

    override findDeclarations(source: CstNode): AstNode[] {
        const node = source.astNode;
        if (!ast.isText(node) || namedBy(node) !== 'server') {
            return super.findDeclarations(source);
        }
        const [host] = this.hierarchies().of(AstUtils.getDocument(node)).serversByName.get(node.text) ?? [];
        return host ? [originOf(host)] : [];
    }

    override findReferences(target: AstNode, options: FindReferencesOptions): Stream<ReferenceDescription> {
        const found = super.findReferences(target, options);
        if (!(ast.isServer(target) || ast.isCluster(target)) || !target.name) {
            return found;
        }
        const documents = this.hierarchies().neighboursOf(AstUtils.getDocument(target))
            .filter(({ uri }) => !options.documentUri || UriUtils.equals(uri, options.documentUri));
        return found.concat(stream(documents).flatMap(document => this.inQuotes(document, target)));
    }

    private inQuotes(document: LangiumDocument, target: ast.Server | ast.Cluster): readonly ReferenceDescription[] {
        const targetDocument = AstUtils.getDocument(target);
        return textsIn(document).filter(text => text.text === target.name && namedBy(text) === 'server').flatMap(text => {
            const segment = CstUtils.toDocumentSegment(text.$cstNode);
            return segment && this.findDeclarations(text.$cstNode!).includes(target) ? [{
                sourceUri: document.uri,
                sourcePath: this.nodeLocator.getAstNodePath(text),
                targetUri: targetDocument.uri,
                targetPath: this.nodeLocator.getAstNodePath(target),
                segment,
                local: document === targetDocument
            }] : [];
        });
    }
}

function textsIn(document: LangiumDocument): readonly ast.Text[] {
    const file = document.parseResult.value;
    const statements = ast.isSupFile(file) ? [...walkStatements(file)] : [];
    return statements.flatMap(statement => ast.isProperty(statement) ? statement.values.flatMap(value => value.atoms)
        : isSentence(statement) ? partsIn(statement) : []).filter(ast.isText);
}
