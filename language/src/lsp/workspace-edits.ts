import type { URI } from 'langium';
import { AnnotatedTextEdit, type ChangeAnnotation, type CreateFile, ResourceOperationKind, type TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Fix } from '../linter/define-rule.js';
import { type Changes, changesOf } from '../linter/edits/combine.js';
import type { Edit } from '../linter/edits/edit.js';
import type { SupServices } from './services.js';

/** Converts changes to the form that the client supports: with document versions if it checks them. */
export class WorkspaceEdits {
    private supportsVersions = false;
    private createsFiles = false;
    private supportsAnnotations = false;

    constructor(private readonly services: SupServices) {
        services.shared.lsp.LanguageServer.onInitialize(({ capabilities: { workspace } }) => {
            this.supportsVersions = workspace?.workspaceEdit?.documentChanges === true;
            this.supportsAnnotations = this.supportsVersions && workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
            this.createsFiles = this.supportsVersions && workspace?.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Create) === true;
        });
    }

    /** Whether the client can apply a fix: it may have to create files. */
    canApply({ configurations = [] }: Fix): boolean {
        return configurations.length === 0 || this.createsFiles;
    }

    /** Whether the client can create the files of an edit. */
    get canCreateFiles(): boolean {
        return this.createsFiles;
    }

    /** The edit of a refactoring, with its title. Clients that can show edits for review do so first if it changes several files, or more than its title says. */
    ofRefactoring({ edits, title }: Fix, isCompleted: boolean, file?: { uri: URI; text: string }): WorkspaceEdit {
        const changes = this.changesOf(edits);
        if (!this.supportsAnnotations) {
            return file ? { documentChanges: [...creation(file.uri, file.text), ...this.versioned(changes)] } : this.of(changes);
        }
        const count = changes.size + (file ? 1 : 0);
        const annotation: ChangeAnnotation = { label: title.toWellFormed(), needsConfirmation: isCompleted || count > 1, ...count > 1 && { description: `Changes ${count} files` } };
        const annotated = (edit: TextEdit): AnnotatedTextEdit => AnnotatedTextEdit.replace(edit.range, edit.newText, annotationId);
        return {
            documentChanges: [
                ...file ? creation(file.uri, file.text) : [],
                ...this.versioned(changes).map(change => ({ ...change, edits: change.edits.map(edit => annotated(edit as TextEdit)) }))
            ],
            changeAnnotations: { [annotationId]: annotation }
        };
    }

    /** A `sup.config.json` that a fix creates is a copy of the one that applies there. */
    ofFix({ edits, configurations = [] }: Fix): WorkspaceEdit {
        return configurations.length === 0
            ? this.of(this.changesOf(edits))
            : { documentChanges: [...this.versioned(this.changesOf(edits)), ...configurations.flatMap(uri => creation(uri, this.services.analysis.planFolders.configurationOf(uri) ?? '{}\n'))] };
    }

    of(changes: Changes): WorkspaceEdit {
        return this.supportsVersions
            ? { documentChanges: this.versioned(changes) }
            : { changes: Object.fromEntries([...changes].map(([{ uri }, edits]) => [uri.toString(), [...edits]])) };
    }

    private changesOf(edits: readonly Edit[]): Changes {
        return changesOf(edits, this.services.lsp.lineLengthOf);
    }

    private versioned(changes: Changes): TextDocumentEdit[] {
        return [...changes].map(([{ uri }, edits]) => ({
            textDocument: { uri: uri.toString(), version: this.services.shared.workspace.TextDocuments.get(uri)?.version ?? null },
            edits: [...edits]
        }));
    }
}

/** The id of the only annotation of an edit. */
const annotationId = 'refactoring';

/** Creates a file with a text. */
function creation(file: URI, text: string): [CreateFile, TextDocumentEdit] {
    const uri = file.toString();
    const start = { line: 0, character: 0 };
    return [{ kind: 'create', uri }, { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] }];
}
