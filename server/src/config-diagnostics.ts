import { DocumentState, type URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { diagnosticSource } from '@sup/language';

interface Problem {
    readonly uri: URI;
    readonly range: Diagnostic['range'];
    readonly message: string;
}

/** Shows what is wrong in `sup.config.json` where it stands, whenever the plans were checked with it. */
export function publishConfigProblems(connection: Connection, shared: LangiumSharedServices, problems: () => readonly Problem[]): void {
    let shown = new Set<string>();
    shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
        const byFile = new Map<string, Diagnostic[]>([...shown].map(uri => [uri, []]));
        for (const { uri, range, message } of problems()) {
            const diagnostic: Diagnostic = { range, message, severity: DiagnosticSeverity.Error, source: diagnosticSource, code: 'config-problem' };
            byFile.set(uri.toString(), [...byFile.get(uri.toString()) ?? [], diagnostic]);
        }
        for (const [uri, diagnostics] of byFile) {
            void connection.sendDiagnostics({ uri, diagnostics });
        }
        shown = new Set([...byFile].filter(([, diagnostics]) => diagnostics.length > 0).map(([uri]) => uri));
    });
}
