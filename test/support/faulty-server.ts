// The language server with the injected fault that `SUP_FAULT` names. faulty.ts builds it.
import { DefaultDefinitionProvider, DefaultDocumentHighlightProvider, DefaultReferencesProvider } from 'langium/lsp';
import { SupCodeActionProvider } from '../../language/src/lsp/code-actions.js';
import { SupCompletionProvider } from '../../language/src/lsp/completion/completion.js';
import { SupDocumentSymbolProvider } from '../../language/src/lsp/document-symbols.js';
import { SupFoldingRangeProvider } from '../../language/src/lsp/folding.js';
import { SupFormatter } from '../../language/src/lsp/formatter.js';
import { SupHoverProvider } from '../../language/src/lsp/hover/hover.js';
import { SupRenameProvider } from '../../language/src/lsp/rename-provider.js';
import { SupSemanticTokenProvider } from '../../language/src/lsp/semantic-tokens.js';
import { SupWorkspaceSymbolProvider } from '../../language/src/lsp/workspace-symbols.js';
import { SafeParser } from '../../language/src/syntax/parser/safe-parser.js';
import { FastParser } from '../../language/src/syntax/fast-parser/fast-parser.js';
import { Linter } from '../../language/src/linter/linter.js';

type Method = (...args: unknown[]) => unknown;

/** The methods that answer requests. The selected one always throws. */
const answers: Readonly<Record<string, readonly [prototype: object, method: string]>> = {
    'textDocument/codeAction': [SupCodeActionProvider.prototype, 'getCodeActions'],
    'textDocument/completion': [SupCompletionProvider.prototype, 'getCompletion'],
    'textDocument/definition': [DefaultDefinitionProvider.prototype, 'getDefinition'],
    'textDocument/documentHighlight': [DefaultDocumentHighlightProvider.prototype, 'getDocumentHighlight'],
    'textDocument/documentSymbol': [SupDocumentSymbolProvider.prototype, 'getSymbols'],
    'textDocument/foldingRange': [SupFoldingRangeProvider.prototype, 'getFoldingRanges'],
    'textDocument/formatting': [SupFormatter.prototype, 'formatDocument'],
    'textDocument/hover': [SupHoverProvider.prototype, 'getHoverContent'],
    'textDocument/prepareRename': [SupRenameProvider.prototype, 'prepareRename'],
    'textDocument/rangeFormatting': [SupFormatter.prototype, 'formatDocumentRange'],
    'textDocument/references': [DefaultReferencesProvider.prototype, 'findReferences'],
    'textDocument/rename': [SupRenameProvider.prototype, 'rename'],
    'textDocument/semanticTokens/full': [SupSemanticTokenProvider.prototype, 'semanticHighlight'],
    'textDocument/semanticTokens/full/delta': [SupSemanticTokenProvider.prototype, 'semanticHighlightDelta'],
    'textDocument/semanticTokens/range': [SupSemanticTokenProvider.prototype, 'semanticHighlightRange'],
    'workspace/symbol': [SupWorkspaceSymbolProvider.prototype, 'getSymbols']
};

/** The phases of checking a file. The selected one throws for the hierarchy `bad` in `bad.sup`: parsers take texts, and rules take documents. */
const phases: Readonly<Record<string, readonly (readonly [prototype: object, method: string])[]>> = {
    'reading': [[FastParser.prototype, 'parse'], [SafeParser.prototype, 'parse']],
    'checking': [[Linter.prototype, 'checkInChunks']],
    'looking up': [[Linter.prototype, 'check']]
};

function isBad(arg: unknown): boolean {
    return typeof arg === 'string' ? arg.includes('"bad"') : String((arg as { readonly uri?: unknown } | undefined)?.uri).endsWith('/bad.sup');
}

function injectFault(prototype: object, method: string, shouldFail: (args: readonly unknown[]) => boolean): void {
    const methods = prototype as Record<string, Method>;
    const original = methods[method]!;
    methods[method] = function (this: unknown, ...args) {
        if (shouldFail(args)) {
            throw new Error(`${method} is broken`);
        }
        return original.apply(this, args);
    };
}

const fault = process.env['SUP_FAULT']!;
if (answers[fault]) {
    injectFault(...answers[fault], () => true);
}
phases[fault]?.forEach(([prototype, method]) => injectFault(prototype, method, args => args.some(isBad)));

void import('../../server/src/main.js');
