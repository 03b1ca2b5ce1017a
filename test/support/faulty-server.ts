// The language server, of which one thing fails: what `SUP_FAULT` names. See faulty.ts, which starts it.
import { DefaultDefinitionProvider, DefaultDocumentHighlightProvider, DefaultReferencesProvider } from 'langium/lsp';
import { SupCodeActionProvider } from '../../language/src/lsp/code-actions.js';
import { SupCompletionProvider } from '../../language/src/lsp/completion.js';
import { SupDocumentSymbolProvider } from '../../language/src/lsp/document-symbols.js';
import { SupFoldingRangeProvider } from '../../language/src/lsp/folding.js';
import { SupFormatter } from '../../language/src/lsp/formatter.js';
import { SupHoverProvider } from '../../language/src/lsp/hover.js';
import { SupRenameProvider } from '../../language/src/lsp/rename-provider.js';
import { SupSemanticTokenProvider } from '../../language/src/lsp/semantic-tokens.js';
import { SupWorkspaceSymbolProvider } from '../../language/src/lsp/workspace-symbols.js';
import { SafeParser } from '../../language/src/parser/safe-parser.js';
import { QuickReader } from '../../language/src/quick/quick-reader.js';
import { RuleService } from '../../language/src/shelf/rule-service.js';

type Method = (...args: unknown[]) => unknown;

/** The methods that fail, by the names of faults. */
const faults: Readonly<Record<string, readonly (readonly [of: object, method: string])[]>> = {
    'textDocument/codeAction': [[SupCodeActionProvider.prototype, 'getCodeActions']],
    'textDocument/completion': [[SupCompletionProvider.prototype, 'getCompletion']],
    'textDocument/definition': [[DefaultDefinitionProvider.prototype, 'getDefinition']],
    'textDocument/documentHighlight': [[DefaultDocumentHighlightProvider.prototype, 'getDocumentHighlight']],
    'textDocument/documentSymbol': [[SupDocumentSymbolProvider.prototype, 'getSymbols']],
    'textDocument/foldingRange': [[SupFoldingRangeProvider.prototype, 'getFoldingRanges']],
    'textDocument/formatting': [[SupFormatter.prototype, 'formatDocument']],
    'textDocument/hover': [[SupHoverProvider.prototype, 'getHoverContent']],
    'textDocument/references': [[DefaultReferencesProvider.prototype, 'findReferences']],
    'textDocument/rename': [[SupRenameProvider.prototype, 'rename']],
    'textDocument/semanticTokens/full': [[SupSemanticTokenProvider.prototype, 'semanticHighlight']],
    'workspace/symbol': [[SupWorkspaceSymbolProvider.prototype, 'getSymbols']],
    // What stands in a document named `bad.sup` cannot be read, or not be checked.
    'reading': [[QuickReader.prototype, 'read'], [SafeParser.prototype, 'parse']],
    'checking': [[RuleService.prototype, 'inPortions']],
    'looking up': [[RuleService.prototype, 'check']]
};

for (const [of, method] of faults[process.env['SUP_FAULT'] ?? ''] ?? []) {
    const methods = of as Record<string, Method>;
    const sound = methods[method]!;
    methods[method] = function (this: unknown, ...args) {
        const isOfPhase = !process.env['SUP_FAULT']!.includes('/');
        if (isOfPhase && !JSON.stringify(args.map(arg => typeof arg === 'string' ? arg : (arg as { uri?: unknown } | undefined)?.uri)).includes('bad')) {
            return sound.apply(this, args);
        }
        throw new Error(`${method} is broken`);
    };
}

void import('../../server/src/main.js');
