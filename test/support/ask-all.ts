import type { LangiumDocument } from 'langium';
import { CancellationToken } from 'vscode-languageserver';
import type { Position } from 'vscode-languageserver-types';
import { selectionRangeAt } from '@sup/language';
import type { TestWorkspace } from './workspace.js';

/** Sends every request of an editor about a position in a document, and returns the answers by method. */
export async function askAll({ services: { lsp } }: TestWorkspace, document: LangiumDocument, position: Position): Promise<Readonly<Record<string, unknown>>> {
    const textDocument = { uri: document.uri.toString() };
    const at = { textDocument, position };
    const range = { start: position, end: position };
    const options = { tabSize: 2, insertSpaces: true };
    return {
        'textDocument/hover': await lsp.HoverProvider!.getHoverContent(document, at) ?? null,
        'textDocument/completion': await lsp.CompletionProvider!.getCompletion(document, at) ?? null,
        'textDocument/definition': await lsp.DefinitionProvider!.getDefinition(document, at) ?? null,
        'textDocument/references': await lsp.ReferencesProvider!.findReferences(document, { ...at, context: { includeDeclaration: true } }),
        'textDocument/implementation': await lsp.ImplementationProvider!.getImplementation(document, at) ?? null,
        'textDocument/prepareTypeHierarchy': await lsp.TypeHierarchyProvider!.prepareTypeHierarchy(document, at) ?? null,
        'textDocument/prepareCallHierarchy': await lsp.CallHierarchyProvider!.prepareCallHierarchy(document, at) ?? null,
        'textDocument/documentLink': await lsp.DocumentLinkProvider!.getDocumentLinks(document, { textDocument }),
        'textDocument/selectionRange': [selectionRangeAt(document, position)],
        'textDocument/documentHighlight': await lsp.DocumentHighlightProvider!.getDocumentHighlight(document, at) ?? null,
        'textDocument/prepareRename': await lsp.RenameProvider!.prepareRename(document, at) ?? null,
        'textDocument/documentSymbol': await lsp.DocumentSymbolProvider!.getSymbols(document, { textDocument }),
        'textDocument/foldingRange': await lsp.FoldingRangeProvider!.getFoldingRanges(document, { textDocument }),
        'textDocument/formatting': await lsp.Formatter!.formatDocument(document, { textDocument, options }),
        'textDocument/semanticTokens/full': await lsp.SemanticTokenProvider!.semanticHighlight(document, { textDocument }, CancellationToken.None),
        'textDocument/codeAction': await lsp.CodeActionProvider!.getCodeActions(document, { textDocument, range, context: { diagnostics: document.diagnostics ?? [] } }) ?? []
    };
}
