// A language server with full text synchronization whose diagnostics carry no version. It keeps publishing the diagnostics of an old text
// until it receives `test/truth`. Each line with an exclamation mark is a mistake.
import process from 'node:process';
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
let known = '';
let text = '';
const publish = uri => {
    const lines = known.split('\n').flatMap((line, i) => line.includes('!') ? [i] : []);
    void connection.sendDiagnostics({ uri, diagnostics: lines.map(line => ({ message: 'mistake', range: { start: { line, character: 0 }, end: { line, character: 1 } } })) });
};

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Full } }));
connection.onDidOpenTextDocument(({ textDocument }) => {
    known = text = textDocument.text;
    publish(textDocument.uri);
});
connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    text = contentChanges.at(-1).text;
    publish(textDocument.uri);
});
connection.onRequest('test/truth', ({ uri }) => {
    known = text;
    publish(uri);
});
connection.onRequest('test/nothing', () => null);
connection.listen();
