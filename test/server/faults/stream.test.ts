import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { constants } from 'node:buffer';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InitializedNotification, InitializeRequest, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import { startClient } from '../../support/start-client.js';
import { temporaryFolder } from '../../support/temp-folder.js';
import { type JsonRpcMessage, startServer, Transport } from '../../support/transport.js';

// Malformed input: the server keeps answering, or exits at once with a reason. It never stops answering silently.

const longest = constants.MAX_STRING_LENGTH.toLocaleString('en');

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

describe('input that breaks the framing of messages', () => {
    test.each([
        ['a header without a length', 'Content-Lenght: 5\r\n\r\nhello', 'Header must provide a Content-Length property.'],
        ['a length that is not a number', 'Content-Length: five\r\n\r\nhello', 'Content-Length value must be a number. Got five'],
        ['a negative length', 'Content-Length: -5\r\n\r\nhello', `Content-Length must be between 0 and ${longest}. Got -5`],
        ['a length beyond the longest string', 'Content-Length: 1000000000\r\n\r\nhello', `Content-Length must be between 0 and ${longest}. Got 1000000000`],
        ['a line that is not a header', 'hello world\r\n\r\n', 'Message header must separate key and value using \':\'']
    ])('%s ends the server with a reason', async (_, bytes, reason) => {
        let stderr = '';
        server.stderr.on('data', data => stderr += String(data));
        server.stdin.write(bytes);
        expect(await once(server, 'close')).toEqual([1, null]);
        expect(stderr).toContain(`sup-language-server: the input does not follow the Language Server Protocol. ${reason}`);
    });
});

describe('malformed messages', () => {
    const answers = (): Promise<unknown> => new Promise(resolve => {
        onMessage = ({ id, result }) => id === 2 && resolve(result);
    });
    const request = { id: 2, method: WorkspaceSymbolRequest.method, params: { query: '' } };

    test.each([
        ['a message that is not JSON', 'Content-Length: 5\r\n\r\nhello'],
        ['a null message', 'Content-Length: 4\r\n\r\nnull'],
        ['a number', 'Content-Length: 2\r\n\r\n42'],
        ['an empty batch', 'Content-Length: 2\r\n\r\n[]'],
        ['a cancellation without parameters', 'Content-Length: 44\r\n\r\n{"jsonrpc":"2.0","method":"$/cancelRequest"}'],
        ['a cancellation without an id', 'Content-Length: 65\r\n\r\n{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":null}}']
    ])('keeps answering after %s', async (_, bytes) => {
        const answer = answers();
        server.stdin.write(bytes);
        transport.send(request);
        expect(await answer).toEqual([]);
    });

    test('reads a message that arrives byte by byte', async () => {
        const answer = answers();
        const body = JSON.stringify({ jsonrpc: '2.0', ...request });
        for (const byte of Buffer.from(`Content-Length: ${body.length}\r\n\r\n${body}`)) {
            server.stdin.write(Uint8Array.of(byte));
        }
        expect(await answer).toEqual([]);
    });
});

test('logs the console output of libraries instead of writing it between messages', async () => {
    const preload = join(temporaryFolder({ 'preload.cjs': 'setImmediate(() => console.log("%d of them", 3));' }), 'preload.cjs');
    const client = await startClient({ 'plan.sup': 'primary site OSL reports to XYZ\n' }, { server: { flags: ['--require', preload] } });
    await client.diagnostics('plan.sup', codes => codes.join() === 'unknown-parent');
    expect(client.log).toEqual(['3 of them']);
});
