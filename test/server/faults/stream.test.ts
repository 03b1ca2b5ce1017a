import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InitializedNotification, InitializeRequest, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import { startClient } from '../../support/start-client.js';
import { temporaryFolder } from '../../support/temp-folder.js';
import { type JsonRpcMessage, startServer, Transport } from '../../support/transport.js';

// Bytes that are no messages: the server goes on, or it ends at once and says why; it is never silent.

let server: ChildProcessWithoutNullStreams;
let transport: Transport;
let onMessage: (message: JsonRpcMessage) => void;
beforeEach(() => {
    server = startServer();
    onMessage = () => undefined;
    transport = new Transport(server, { onMessage: message => onMessage(message) });
    transport.send({ id: 1, method: InitializeRequest.method, params: { processId: null, rootUri: null, capabilities: {} } });
    transport.send({ method: InitializedNotification.method, params: {} });
});
afterEach(() => void server.kill());

describe('the server ends, and says why,', () => {
    test.each([
        ['after a header without a length', 'Content-Lenght: 5\r\n\r\nhello', 'Header must provide a Content-Length property.'],
        ['after a length that is no number', 'Content-Length: five\r\n\r\nhello', 'Content-Length value must be a number. Got five'],
        ['after a length below nothing', 'Content-Length: -5\r\n\r\nhello', 'Content-Length must be that of a message. Got -5'],
        ['after a length beyond any text', 'Content-Length: 1000000000\r\n\r\nhello', 'Content-Length must be that of a message. Got 1000000000'],
        ['after what is no header', 'hello world\r\n\r\n', 'Message header must separate key and value using \':\'']
    ])('%s', async (_, bytes, why) => {
        let said = '';
        server.stderr.on('data', data => said += String(data));
        server.stdin.write(bytes);
        expect(await once(server, 'close')).toEqual([1, null]);
        expect(said).toContain(`sup-language-server: what comes in is not the Language Server Protocol. ${why}`);
    });
});

describe('the server goes on', () => {
    const answers = (): Promise<unknown> => new Promise(resolve => {
        onMessage = ({ id, result }) => id === 2 && resolve(result);
    });
    const question = { id: 2, method: WorkspaceSymbolRequest.method, params: { query: '' } };

    test.each([
        ['after a message that is no JSON', 'Content-Length: 5\r\n\r\nhello'],
        ['after a message that is nothing', 'Content-Length: 4\r\n\r\nnull'],
        ['after a number', 'Content-Length: 2\r\n\r\n42'],
        ['after an empty batch', 'Content-Length: 2\r\n\r\n[]'],
        ['after a cancellation without parameters', 'Content-Length: 44\r\n\r\n{"jsonrpc":"2.0","method":"$/cancelRequest"}'],
        ['after a cancellation of nothing', 'Content-Length: 65\r\n\r\n{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":null}}']
    ])('%s', async (_, bytes) => {
        const answer = answers();
        server.stdin.write(bytes);
        transport.send(question);
        expect(await answer).toEqual([]);
    });

    test('when a message comes byte by byte', async () => {
        const answer = answers();
        const body = JSON.stringify({ jsonrpc: '2.0', ...question });
        for (const byte of Buffer.from(`Content-Length: ${body.length}\r\n\r\n${body}`)) {
            server.stdin.write(Uint8Array.of(byte));
        }
        expect(await answer).toEqual([]);
    });
});

test('what a library prints is an entry in the log, and not between messages', async () => {
    const preload = join(temporaryFolder({ 'preload.cjs': 'setImmediate(() => console.log("%d of them", 3));' }), 'preload.cjs');
    const client = await startClient({ 'plan.sup': 'primary site OSL reports to XYZ\n' }, { server: { flags: ['--require', preload] } });
    await client.diagnostics('plan.sup', codes => codes.join() === 'unknown-parent');
    expect(client.log).toEqual(['3 of them']);
});
