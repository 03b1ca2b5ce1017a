import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { built } from './dist.js';
import { type JsonRpcMessage, Transport } from './transport.js';

export interface Usage {
    /** Milliseconds of processor time since the start of the process. */
    readonly processor: number;
    /** The highest memory so far, in megabytes. */
    readonly memory: number;
}

/** A language server that reports its processor time and memory, so that other programs on the machine do not affect a test. */
export class MeasuredServer {
    readonly diagnostics = new Map<string, readonly Diagnostic[]>();
    private readonly process: ChildProcessWithoutNullStreams;
    private readonly transport: Transport;
    private readonly pending = new Map<number, (answer: JsonRpcMessage) => void>();
    private readonly listeners = new Set<(message: JsonRpcMessage) => void>();
    private onDiagnostics = (): void => undefined;
    private count = 0;

    private constructor() {
        const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
        const args = ['--require', file('../bench/server/usage.cjs'), built(file('../../dist/server.cjs')), '--stdio'];
        this.process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] }) as unknown as ChildProcessWithoutNullStreams;
        this.transport = new Transport(this.process, { onMessage: message => this.receive(message) });
    }

    /** Starts a server for one test. */
    static async start(capabilities: object = {}): Promise<MeasuredServer> {
        const server = new MeasuredServer();
        onTestFinished(() => void server.process.kill('SIGKILL'));
        const initializationOptions = { acceptRiskCommand: true, explainCommand: true, scenarioCommands: true, preview: true };
        await server.request('initialize', { processId: process.pid, rootUri: null, capabilities, initializationOptions }).answer;
        server.notify('initialized', {});
        return server;
    }

    request(method: string, params: unknown): { readonly id: number; readonly answer: Promise<JsonRpcMessage> } {
        const id = ++this.count;
        const answer = new Promise<JsonRpcMessage>(resolve => this.pending.set(id, resolve));
        this.transport.send({ id, method, params });
        return { id, answer };
    }

    /** Sends messages in one write, so that the server has received all of them when it handles the first. */
    together<T>(send: () => T): T {
        this.process.stdin.cork();
        const result = send();
        this.process.stdin.uncork();
        return result;
    }

    notify(method: string, params: unknown): void {
        this.transport.send({ method, params });
    }

    /** Opens a document and waits for its diagnostics. */
    async open(uri: string, text: string): Promise<void> {
        const isPublished = new Promise<void>(resolve => {
            this.onDiagnostics = () => this.diagnostics.has(uri) && resolve();
        });
        this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'sup', version: 1, text } });
        await isPublished;
    }

    usage(): Promise<Usage> {
        return new Promise((resolve, reject) => {
            this.process.once('message', message => resolve(message as Usage));
            this.process.send!('usage', error => error && reject(error));
        });
    }

    /** Calls a listener for each message of the server. Returns the function that ends it. */
    onMessage(listener: (message: JsonRpcMessage) => void): () => void {
        this.listeners.add(listener);
        return () => void this.listeners.delete(listener);
    }

    private receive(message: JsonRpcMessage): void {
        const { id, method, params, ...answer } = message;
        this.listeners.forEach(listener => listener(message));
        if (method === 'textDocument/publishDiagnostics') {
            const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
            this.diagnostics.set(uri, diagnostics);
            this.onDiagnostics();
        } else if (method !== undefined && id !== undefined) {
            this.transport.send({ id, result: method === 'workspace/configuration' ? (params as { items: unknown[] }).items.map(() => null) : null });
        } else if (method === undefined) {
            this.pending.get(Number(id))?.({ id: id!, ...answer });
            this.pending.delete(Number(id));
        }
    }
}
