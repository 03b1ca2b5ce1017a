import type { Range, Uri, WorkspaceEdit } from './vscode-values.js';

/** A problem in a file, as the `vscode` module has it. */
export class Diagnostic {
    source?: string;
    code?: unknown;

    constructor(readonly range: Range, readonly message: string, readonly severity: number) {}
}

export class CodeAction {
    diagnostics?: readonly Diagnostic[];
    edit?: WorkspaceEdit;

    constructor(readonly title: string, readonly kind: unknown) {}
}

/** A collection of problems that the extension shows itself. */
export class DiagnosticCollectionStub {
    readonly byFile = new Map<string, readonly Diagnostic[]>();

    constructor(private readonly onChanged: () => void) {}

    get(uri: Uri): readonly Diagnostic[] | undefined {
        return this.byFile.get(uri.toString());
    }

    set(entries: readonly (readonly [Uri, readonly Diagnostic[]])[]): void {
        entries.forEach(([uri, problems]) => this.byFile.set(uri.toString(), problems));
        this.onChanged();
    }

    clear(): void {
        this.byFile.clear();
        this.onChanged();
    }

    dispose(): void {
        this.byFile.clear();
    }
}
