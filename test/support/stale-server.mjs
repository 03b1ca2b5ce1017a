// A language server that wants whole texts and says about no diagnostics which version they are about. It tells what it knew before, again
// and again, until it is asked for the truth: a mistake on each line with an exclamation mark.
import process from 'node:process';
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
let known = '';
let text = '';
const say = uri => {
    const lines = known.split('\n').flatMap((line, i) => line.includes('!') ? [i] : []);
    void connection.sendDiagnostics({ uri, diagnostics: lines.map(line => ({ message: 'mistake', range: { start: { line, character: 0 }, end: { line, character: 1 } } })) });
};

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Full } }));
connection.onDidOpenTextDocument(({ textDocument }) => {
    known = text = textDocument.text;
    say(textDocument.uri);
});
connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    text = contentChanges.at(-1).text;
    say(textDocument.uri);
});
connection.onRequest('test/truth', ({ uri }) => {
    known = text;
    say(uri);
});
connection.onRequest('test/nothing', () => null);
connection.listen();
