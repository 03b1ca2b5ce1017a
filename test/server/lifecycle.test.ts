import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ErrorCodes, HoverRequest, InitializeRequest, type ProtocolConnection, ShutdownRequest } from 'vscode-languageserver-protocol/node';
import { connectTo } from '../support/connection.js';
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
