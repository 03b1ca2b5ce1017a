import { DefaultLanguageServer } from 'langium/lsp';
import { CodeActionKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { fixAllKind } from './code-actions.js';

/** Announces the kinds of code action, so that editors can offer `source.fixAll.sup` on save. */
export class SupLanguageServer extends DefaultLanguageServer {
    protected override buildInitializeResult(params: InitializeParams): InitializeResult {
        const result = super.buildInitializeResult(params);
        return {
            ...result,
            serverInfo: { name: 'sup-language-server' },
            capabilities: { ...result.capabilities, codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }
        };
    }
}
