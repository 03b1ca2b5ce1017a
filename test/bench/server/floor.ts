// The minimal language server made with vscode-languageserver: it synchronizes the text, publishes the same diagnostic for the last line of
// each version, and answers every request with null. The difference to it is the cost of a language.
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
    void connection.sendDiagnostics({ uri, version, diagnostics: [{ range, severity: DiagnosticSeverity.Error, source: 'floor', code: 'floor', message: 'This line has a diagnostic.' }] });
});
documents.listen(connection);
connection.listen();
