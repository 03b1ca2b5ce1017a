import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CancellationTokenSource, type CompletionList, CompletionRequest, DidOpenTextDocumentNotification, DocumentSymbolRequest, ErrorCodes, HoverRequest, InitializedNotification, InitializeRequest, LSPErrorCodes, type ProtocolConnection, ShutdownRequest } from 'vscode-languageserver-protocol/node';
import { connectTo } from '../support/connection.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { startServer } from '../support/transport.js';

// Requests outside of a session are rejected at once, as the protocol demands, so that clients do not wait for answers that cannot come.

let server: ChildProcessWithoutNullStreams;
let connection: ProtocolConnection;
beforeEach(() => {
    server = startServer();
    connection = connectTo(server);
});
afterEach(() => {
    connection.dispose();
    server.kill();
});

const initialize = () => connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null });
const hover = () => connection.sendRequest(HoverRequest.type, { textDocument: { uri: 'file:///a.sup' }, position: { line: 0, character: 0 } });

test('rejects requests before `initialize`', async () => {
    await expect(hover()).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
    await expect(connection.sendRequest(ShutdownRequest.type)).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
    await expect(initialize()).resolves.toHaveProperty('capabilities');
});

test('rejects a second `initialize`', async () => {
    await initialize();
    await expect(initialize()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
});

test('rejects requests after `shutdown`', async () => {
    await initialize();
    await connection.sendRequest(ShutdownRequest.type);
    await expect(hover()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
});

test('answers requests that arrive before the workspace is loaded with what its files contain', async () => {
    const folder = temporaryFolder();
    Array.from({ length: 200 }, (_, i) => writeFileSync(join(folder, `${i}.sup`), `hierarchy Early\nprimary site B${i} reports to TOP\n`));
    writeFileSync(join(folder, 'top.sup'), 'hierarchy Early\ncentral site TOP\n');
    const uri = pathToFileURL(folder).href;
    const textDocument = { uri: `${uri}/new.sup` };
    const loading = connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: uri, capabilities: {}, workspaceFolders: [{ uri, name: 'early' }] });
    const text = 'hierarchy Early\nprimary site NEW reports to TOP\n';
    const answers = [
        connection.sendNotification(InitializedNotification.type, {}),
        connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { ...textDocument, languageId: 'sup', version: 1, text } }),
        connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 1, character: 29 } }),
        connection.sendRequest(CompletionRequest.type, { textDocument, position: { line: 1, character: 28 } }),
        connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
        connection.sendRequest('sup/planTree', {})
    ];
    await loading;
    const [,, hover, completion, symbols, tree] = await Promise.all(answers);
    expect(JSON.stringify(hover)).toContain('central site');
    expect((completion as unknown as CompletionList).items.map(({ label }) => label)).toContain('TOP');
    expect(symbols).toHaveLength(2);
    expect(tree).not.toHaveLength(0);
});

test('a request that is cancelled while the workspace is loaded does not wait for it', async () => {
    // The server loads the workspace after `initialized`, which this client does not send.
    await initialize();
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest(HoverRequest.type, { textDocument: { uri: 'file:///a.sup' }, position: { line: 0, character: 0 } }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});
