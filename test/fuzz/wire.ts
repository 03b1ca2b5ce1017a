import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Message } from 'vscode-languageserver-protocol/node';
import { type JsonRpcMessage, startServer, Transport } from '../support/transport.js';

export interface Listener {
    receive(message: Message): void;
    /** The process has ended, or has written something outside of the protocol. */
    broken(reason: string): void;
}

/** A server process and its raw messages. Everything outside of the protocol is reported to the listener. */
export class Wire {
    private readonly process: ChildProcessWithoutNullStreams;
    private readonly transport: Transport;
    private isClosing = false;

    constructor(listener: Listener, bundle?: string) {
        this.process = startServer({ path: bundle });
        this.process.stderr.on('data', data => listener.broken(`the server wrote to its standard error: ${String(data)}`));
        this.process.on('exit', (code, signal) => this.isClosing || listener.broken(`the server has ended (${signal ?? code})`));
        this.process.stdin.on('error', error => this.isClosing || listener.broken(`the server cannot be written to: ${error.message}`));
        this.transport = new Transport(this.process, {
            onMessage: message => listener.receive(message as Message),
            onMalformedOutput: reason => listener.broken(`the server wrote a malformed message: ${reason}`)
        });
    }

    /** Resolves when the message is written. `broken` reports a server that has ended. */
    send(message: JsonRpcMessage): Promise<void> {
        return new Promise(resolve => this.transport.send(message, () => resolve()));
    }

    /** From now on the process may end. */
    close(): void {
        this.isClosing = true;
    }

    /** The exit code, once the process has ended by itself. */
    ended(): Promise<number | null> {
        return this.process.exitCode !== null ? Promise.resolve(this.process.exitCode) : new Promise(resolve => this.process.once('exit', resolve));
    }

    kill(): void {
        this.close();
        this.process.kill('SIGKILL');
    }
}
