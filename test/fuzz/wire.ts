import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Message, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { built } from '../support/dist.js';

export interface Listener {
    receive(message: Message): void;
    /** The process has ended, or said something outside of the protocol. */
    broken(why: string): void;
}

/** A server process and the messages to and from it as they are: a connection of the library would hide what is wrong with some. */
export class Wire {
    private readonly process: ChildProcess;
    private readonly writer: StreamMessageWriter;
    private isClosing = false;

    constructor(listener: Listener, bundle = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url))) {
        this.process = spawn(process.execPath, [built(bundle), '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
        this.process.stderr!.on('data', data => listener.broken(`the server wrote to its standard error: ${String(data)}`));
        this.process.on('exit', (code, signal) => this.isClosing || listener.broken(`the server has ended (${signal ?? code})`));
        const reader = new StreamMessageReader(this.process.stdout!);
        reader.onError(error => listener.broken(`what the server wrote is no message: ${error.message}`));
        reader.listen(message => listener.receive(message));
        this.writer = new StreamMessageWriter(this.process.stdin!);
        this.writer.onError(([error]) => this.isClosing || listener.broken(`the server does not listen: ${error.message}`));
    }

    async send(message: object): Promise<void> {
        // A server that is gone has been told of by `broken`.
        await this.writer.write({ jsonrpc: '2.0', ...message } as Message).catch(() => undefined);
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
