import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { AbstractMessageReader, AbstractMessageWriter, createProtocolConnection, type DataCallback, type Disposable, type Message, type ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { type JsonRpcMessage, Transport } from './transport.js';

/** A connection with typed requests and notifications over the transport that fuzz tests and benchmarks use, too. */
export function connectTo(server: ChildProcessWithoutNullStreams): ProtocolConnection {
    const reader = new Reader(server);
    const connection = createProtocolConnection(reader, new Writer(reader.transport));
    connection.listen();
    return connection;
}

class Reader extends AbstractMessageReader {
    readonly transport: Transport;
    private callback: DataCallback = () => undefined;

    constructor(server: ChildProcessWithoutNullStreams) {
        super();
        this.transport = new Transport(server, { onMessage: message => this.callback(message as Message), onMalformedOutput: reason => this.fireError(new Error(reason)) });
        server.stdout.on('close', () => this.fireClose());
    }

    listen(callback: DataCallback): Disposable {
        this.callback = callback;
        return { dispose: () => { this.callback = () => undefined; } };
    }
}

class Writer extends AbstractMessageWriter {
    constructor(private readonly transport: Transport) {
        super();
    }

    write(message: Message): Promise<void> {
        return new Promise((resolve, reject) => this.transport.send(message as JsonRpcMessage, error => error ? reject(error) : resolve()));
    }

    end(): void {
        // The test that started the process ends it.
    }
}
