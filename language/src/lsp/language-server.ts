import { eagerLoad } from 'langium';
import { DefaultLanguageServer } from 'langium/lsp';
import { CodeActionKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { fixAllKind } from './action-edits.js';

/** Creates services eagerly, except for the parsers, and announces the code action kinds, so that editors can offer `source.fixAll.sup` on save. */
export class SupLanguageServer extends DefaultLanguageServer {
    /** Creates all services but the lexer and parsers, which are created for the first text: they need not know the client's capabilities. */
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
            capabilities: {
                ...result.capabilities,
                codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, CodeActionKind.RefactorMove, CodeActionKind.RefactorRewrite, fixAllKind], resolveProvider: true },
                linkedEditingRangeProvider: true,
                selectionRangeProvider: true
            }
        };
    }
}
