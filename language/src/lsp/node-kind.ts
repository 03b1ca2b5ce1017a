import type { AstNode, AstNodeDescription } from 'langium';
import type { NodeKindProvider } from 'langium/lsp';
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver-types';
import * as ast from '../syntax/generated/ast.js';

const symbolKinds: ReadonlyMap<string, SymbolKind> = new Map([
    [ast.HierarchyHeader.$type, SymbolKind.Namespace],
    [ast.Site.$type, SymbolKind.Module],
    [ast.Server.$type, SymbolKind.Object],
    [ast.Cluster.$type, SymbolKind.Array],
    [ast.WsusServer.$type, SymbolKind.Package],
    [ast.SoftwareUpdatePoint.$type, SymbolKind.Interface],
    [ast.Synchronization.$type, SymbolKind.Operator],
    [ast.ClientGroup.$type, SymbolKind.Struct],
    [ast.Scenario.$type, SymbolKind.Class],
    [ast.ScenarioEvent.$type, SymbolKind.Event],
    [ast.Expectation.$type, SymbolKind.Boolean]
]);

/** The symbol kinds of statements, for which editors show icons. */
export class SupNodeKindProvider implements NodeKindProvider {
    getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
        return symbolKinds.get('type' in node ? node.type : node.$type) ?? SymbolKind.Field;
    }

    getCompletionItemKind(node: AstNode | AstNodeDescription): CompletionItemKind {
        return ('type' in node ? node.type : node.$type) === ast.Site.$type ? CompletionItemKind.Module : CompletionItemKind.Reference;
    }
}
