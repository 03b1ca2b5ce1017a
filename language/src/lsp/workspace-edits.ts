import type { LangiumSharedServices } from 'langium/lsp';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Changes } from '../linter/edits/combine.js';

/** Converts changes to the form that the client supports: with document versions if it checks them. */
export class WorkspaceEdits {
    private supportsVersions = false;

    constructor(private readonly shared: LangiumSharedServices) {
        shared.lsp.LanguageServer.onInitialize(params => {
            this.supportsVersions = params.capabilities.workspace?.workspaceEdit?.documentChanges === true;
        });
    }

    of(changes: Changes): WorkspaceEdit {
        const entries = [...changes].map(([document, edits]) => ({ uri: document.uri.toString(), edits: [...edits] }));
        if (!this.supportsVersions) {
            return { changes: Object.fromEntries(entries.map(({ uri, edits }) => [uri, edits])) };
        }
        return {
            documentChanges: entries.map(({ uri, edits }) => ({
                textDocument: { uri, version: this.shared.workspace.TextDocuments.get(uri)?.version ?? null },
                edits
            }))
        };
    }
}
