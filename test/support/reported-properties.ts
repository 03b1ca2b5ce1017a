import { AstUtils, CstUtils, EmptyFileSystem, URI } from 'langium';
import { rangeOf } from '../../language/src/analysis/ranges.js';
import { createSupServices } from '../../language/src/sup-module.js';
import { isProperty } from '../../language/src/syntax/generated/ast.js';
import { blockNameOf, blockOf, keyOf } from '../../language/src/syntax/tree/blocks.js';

/** The properties of an example, of possibly several files, that a rule reports. */
export async function reportedProperties(example: string, rule: string): Promise<readonly { readonly property: string; readonly rule: string }[]> {
    const { shared, Sup } = createSupServices(EmptyFileSystem);
    const files = example.split(/^\/\/ file: .*$/m);
    const documents = files.map((text, i) => shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse(`file:///plan/${i}.sup`)));
    documents.forEach(document => shared.workspace.LangiumDocuments.addDocument(document));
    await shared.workspace.DocumentBuilder.build(documents, {});
    return documents.flatMap(document => Sup.linter.rules.check(document).findings.filter(finding => finding.rule.id === rule && finding.rule.category !== 'language').flatMap(({ at }) => {
        const offset = document.textDocument.offsetAt(rangeOf(at, document).start);
        const leaf = CstUtils.findLeafNodeAtOffset(document.parseResult.value.$cstNode!, offset);
        const property = AstUtils.getContainerOfType(leaf?.astNode, isProperty);
        const block = property && blockNameOf(blockOf(property));
        return property && block ? [{ property: `${block}: ${keyOf(property)}`, rule }] : [];
    }));
}
