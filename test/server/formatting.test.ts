import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { expect, test } from 'vitest';
import { startClient } from '../support/start-client.js';

// `.editorconfig` sets CRLF. Most clients give inserted text the line breaks of the document, so the document would have mixed line breaks.

const text = 'central site AAA {\nmode: mixed\n\n\n\nclients: 100 intranet\n}\n';
const files = { '.editorconfig': 'root = true\n[*.sup]\nend_of_line = crlf\nindent_size = 4\n', 'plan.sup': text };

async function formatted(initializationOptions: object): Promise<string> {
    const client = await startClient(files, { initializationOptions });
    await client.openFile('plan.sup', text);
    const edits: TextEdit[] = await client.connection.sendRequest('textDocument/formatting', { textDocument: { uri: client.uri('plan.sup') }, options: { tabSize: 2, insertSpaces: true } });
    return TextDocument.applyEdits(TextDocument.create('file:///plan.sup', 'sup', 0, text), edits);
}

test('formats with the line breaks of .editorconfig for a client that changes those of the document', async () => {
    expect(await formatted({ lineBreaks: true })).toBe('central site AAA {\r\n    mode: mixed\r\n\r\n    clients: 100 intranet\r\n}\r\n');
});

test('keeps the line breaks of the document for other clients', async () => {
    expect(await formatted({})).toBe('central site AAA {\n    mode: mixed\n\n    clients: 100 intranet\n}\n');
});
