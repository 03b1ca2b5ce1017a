import { eagerLoad } from 'langium';
import { DefaultLanguageServer } from 'langium/lsp';
import { CodeActionKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { fixAllKind } from './code-actions.js';

/** Starts with what an answer needs, and announces the kinds of code action, so that editors can offer `source.fixAll.sup` on save. */
export class SupLanguageServer extends DefaultLanguageServer {
    /** All but lexer and parsers, which are made for the first text: nothing in them has to know of the client. */
    protected override eagerLoadServices(): void {
        eagerLoad(this.services);
        for (const language of this.services.ServiceRegistry.all) {
            Object.entries(language).forEach(([name, group]) => name !== 'parser' && eagerLoad(group as object));
        }
    }

    protected override buildInitializeResult(params: InitializeParams): InitializeResult {
        const result = super.buildInitializeResult(params);
        return {
            ...result,
            serverInfo: { name: 'sup-language-server' },
            capabilities: { ...result.capabilities, codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }
        };
    }
}
