import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProtocolConnection, ErrorCodes, HoverRequest, InitializeRequest, type ProtocolConnection, ShutdownRequest, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

// Requests outside of a session are answered at once, as the protocol says: nobody waits for what cannot come.

let server: ChildProcess;
let connection: ProtocolConnection;
beforeEach(() => {
    server = spawn(process.execPath, [fileURLToPath(new URL('../../dist/server.cjs', import.meta.url)), '--stdio']);
    connection = createProtocolConnection(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!));
    connection.listen();
});
afterEach(() => {
    connection.dispose();
    server.kill();
});

const initialize = () => connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null });
const hover = () => connection.sendRequest(HoverRequest.type, { textDocument: { uri: 'file:///a.sup' }, position: { line: 0, character: 0 } });

test('before `initialize` nothing is answered but that it has to come', async () => {
    await expect(hover()).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
    await expect(connection.sendRequest(ShutdownRequest.type)).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
    await expect(initialize()).resolves.toHaveProperty('capabilities');
});

test('a session begins once', async () => {
    await initialize();
    await expect(initialize()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
});

test('after `shutdown` there is nothing more', async () => {
    await initialize();
    await connection.sendRequest(ShutdownRequest.type);
    await expect(hover()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
});
