import type { AstNode, AstNodeDescription } from 'langium';
import type { NodeKindProvider } from 'langium/lsp';
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver-types';
import * as ast from '../syntax/generated/ast.js';

// VS Code has one icon for namespaces, modules, packages and objects, so only hierarchies have one of these kinds.
const symbolKinds: ReadonlyMap<string, SymbolKind> = new Map([
    [ast.HierarchyHeader.$type, SymbolKind.Namespace],
    [ast.Site.$type, SymbolKind.Class],
    [ast.Server.$type, SymbolKind.Struct],
    [ast.Cluster.$type, SymbolKind.Array],
    [ast.WsusServer.$type, SymbolKind.Field],
    [ast.SoftwareUpdatePoint.$type, SymbolKind.Interface],
    [ast.Synchronization.$type, SymbolKind.Operator],
    [ast.ClientGroup.$type, SymbolKind.Enum],
    [ast.Scenario.$type, SymbolKind.Method],
    [ast.ScenarioEvent.$type, SymbolKind.Event],
    [ast.Expectation.$type, SymbolKind.Boolean]
]);

/** The symbol kinds of statements, for which editors show icons. */
export class SupNodeKindProvider implements NodeKindProvider {
    getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
        return symbolKinds.get('type' in node ? node.type : node.$type) ?? SymbolKind.Property;
    }

    getCompletionItemKind(node: AstNode | AstNodeDescription): CompletionItemKind {
        return ('type' in node ? node.type : node.$type) === ast.Site.$type ? CompletionItemKind.Class : CompletionItemKind.Reference;
    }
}
