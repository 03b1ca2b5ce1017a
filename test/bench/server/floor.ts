// The least that a language server made with vscode-languageserver needs: it keeps the text up to date, says the same about the last line
// of each version, and answers every question with nothing. Compared with it, a server shows what its language costs.
import { createConnection, DiagnosticSeverity, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
connection.onRequest(() => null);
documents.onDidChangeContent(({ document }) => {
    const start = { line: document.lineCount - 1, character: 0 };
    const line = document.getText({ start, end: { line: document.lineCount, character: 0 } });
    const range = { start, end: { ...start, character: line.length } };
    const { uri, version } = document;
    void connection.sendDiagnostics({ uri, version, diagnostics: [{ range, severity: DiagnosticSeverity.Error, source: 'floor', code: 'floor', message: 'Something is the matter with this.' }] });
});
documents.listen(connection);
connection.listen();
