import type { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type CreateFile, ResourceOperationKind, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { PlanFolders } from '../analysis/workspace/plan-folders.js';
import type { Fix } from '../linter/define-rule.js';
import { type Changes, changesOf } from '../linter/edits/combine.js';

/** Converts changes to the form that the client supports: with document versions if it checks them. */
export class WorkspaceEdits {
    private supportsVersions = false;
    private createsFiles = false;

    constructor(private readonly shared: LangiumSharedServices, private readonly planFolders: PlanFolders) {
        shared.lsp.LanguageServer.onInitialize(({ capabilities: { workspace } }) => {
            this.supportsVersions = workspace?.workspaceEdit?.documentChanges === true;
            this.createsFiles = this.supportsVersions && workspace?.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Create) === true;
        });
    }

    /** Whether the client can apply a fix: it may have to create files. */
    canApply({ configurations = [] }: Fix): boolean {
        return configurations.length === 0 || this.createsFiles;
    }

    ofFix({ edits, configurations = [] }: Fix): WorkspaceEdit {
        return configurations.length === 0
            ? this.of(changesOf(edits))
            : { documentChanges: [...this.versioned(changesOf(edits)), ...configurations.flatMap(uri => this.creation(uri))] };
    }

    of(changes: Changes): WorkspaceEdit {
        return this.supportsVersions
            ? { documentChanges: this.versioned(changes) }
            : { changes: Object.fromEntries([...changes].map(([{ uri }, edits]) => [uri.toString(), [...edits]])) };
    }

    private versioned(changes: Changes): TextDocumentEdit[] {
        return [...changes].map(([{ uri }, edits]) => ({
            textDocument: { uri: uri.toString(), version: this.shared.workspace.TextDocuments.get(uri)?.version ?? null },
            edits: [...edits]
        }));
    }

    /** Creates a `sup.config.json` as a copy of the one that applies there, or an empty one. */
    private creation(config: URI): [CreateFile, TextDocumentEdit] {
        const uri = config.toString();
        const start = { line: 0, character: 0 };
        return [
            { kind: 'create', uri },
            { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: this.planFolders.configurationOf(config) ?? '{}\n' }] }
        ];
    }
}
