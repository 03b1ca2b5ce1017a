import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { ConfigFileProblem } from '@sup/files';
import { diagnosticSource } from '@sup/language';

/** Publishes the problems of `sup.config.json` files as their diagnostics after each check of the plans. */
export function publishConfigProblems(connection: Connection, shared: LangiumSharedServices, problems: () => readonly ConfigFileProblem[]): void {
    let shown = new Set<string>();
    shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
        const byFile = new Map<string, Diagnostic[]>([...shown].map(uri => [uri, []]));
        for (const { uri, range, message } of problems()) {
            const diagnostic: Diagnostic = { range, message, severity: DiagnosticSeverity.Error, source: diagnosticSource, code: 'config-problem' };
            const inFile = byFile.get(uri.toString()) ?? [];
            inFile.push(diagnostic);
            byFile.set(uri.toString(), inFile);
        }
        for (const [uri, diagnostics] of byFile) {
            void connection.sendDiagnostics({ uri, diagnostics });
        }
        shown = new Set([...byFile].filter(([, diagnostics]) => diagnostics.length > 0).map(([uri]) => uri));
    });
}
