import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { ConfigurationParams, Diagnostic, InitializeParams, ServerCapabilities } from 'vscode-languageserver-protocol';
import { type JsonRpcMessage, Transport } from '../../support/transport.js';
import type { BenchServer } from './bench-server.js';
import { killGroup, memoryOf, startGroup } from './processes.js';

export interface Published {
    readonly uri: string;
    readonly version?: number;
    readonly diagnostics: readonly Diagnostic[];
}

export interface Answer {
    readonly result: unknown;
    /** Milliseconds since the request was sent. */
    readonly time: number;
}

/** In milliseconds. */
export interface Usage {
    /** Processor time of all threads since the start. */
    readonly processor: number;
    /** The delays of the timers that were set and have fired since the last report. */
    readonly delayed: number;
}

interface PendingRequest {
    readonly sent: number;
    resolve(answer: Answer): void;
    reject(error: Error): void;
}

interface Watcher {
    receive(published: Published, arrived: number): void;
    reject(error: Error): void;
}

/**
 * A minimal language client, so that it measures the time of the server and not of a library: a message counts as arrived with its last
 * byte, before it is parsed. All pending waits are rejected when the server ends.
 */
export class BenchClient {
    capabilities: ServerCapabilities = {};
    /** The methods that the server has registered dynamically. */
    readonly registered = new Set<string>();
    /** Whether all diagnostics so far came with the version of their text. */
    sendsVersions = true;
    private readonly process: ChildProcessWithoutNullStreams;
    private readonly transport: Transport;
    private readonly started = performance.now();
    private readonly pending = new Map<number, PendingRequest>();
    private readonly watchers = new Set<Watcher>();
    private nextId = 1;
    private lastErrors = '';
    private ended: Error | undefined;

    constructor(private readonly server: BenchServer, private readonly folder: string) {
        this.process = startGroup(server.command, server.args, { cwd: folder, env: { ...process.env, ...server.environment }, channel: server.isMeasured });
        this.process.stderr.on('data', data => this.lastErrors = (this.lastErrors + String(data)).slice(-500));
        this.process.on('error', error => this.end(error.message));
        this.process.on('close', (code, signal) => this.end(`the server ended (${signal ?? code})`));
        this.transport = new Transport(this.process, {
            onMessage: (message, arrived) => this.read(message, arrived), onMalformedOutput: reason => this.end(`the server wrote a malformed message: ${reason}`)
        });
    }

    /** Initializes the server. Returns the milliseconds from the start of the process to the answer. */
    async initialize(): Promise<number> {
        const uri = pathToFileURL(this.folder).href;
        const params: InitializeParams = {
            processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: 'bench' }], initializationOptions: this.server.initializationOptions,
            capabilities: {
                workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } },
                textDocument: {
                    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
                    ...this.server.isAsked && { diagnostic: { dynamicRegistration: true } },
                    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] }, contextSupport: true },
                    hover: { contentFormat: ['markdown'] },
                    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
                    rename: { prepareSupport: true },
                    semanticTokens: {
                        requests: { range: true, full: { delta: true } }, formats: ['relative'],
                        tokenTypes: ['namespace', 'type', 'class', 'enum', 'interface', 'struct', 'parameter', 'variable', 'property', 'enumMember', 'event', 'function', 'method', 'keyword', 'modifier', 'comment', 'string', 'number', 'operator'],
                        tokenModifiers: ['declaration', 'definition', 'readonly', 'static', 'deprecated', 'documentation']
                    }
                }
            }
        };
        const { result, time } = await this.request('initialize', params, this.started);
        this.capabilities = (result as { readonly capabilities: ServerCapabilities }).capabilities;
        this.notify('initialized', {});
        if (this.server.settings) {
            this.notify('workspace/didChangeConfiguration', { settings: this.server.settings });
        }
        return time;
    }

    request(method: string, params: unknown, since?: number): Promise<Answer> {
        return new Promise((resolve, reject) => {
            const id = this.nextId++;
            const sent = this.transport.send({ id, method, params });
            this.pending.set(id, { sent: since ?? sent, resolve, reject });
            this.rejectIfEnded();
        });
    }

    /** Returns the time at which the notification was sent. */
    notify(method: string, params: unknown): number {
        return this.transport.send({ method, params });
    }

    /** The time at which diagnostics of a file that satisfy the condition arrive. */
    diagnosed(uri: string, isWanted: (published: Published) => boolean): Promise<number> {
        const isOfFile = (published: Published): boolean => published.uri === uri && isWanted(published);
        return this.server.isAsked ? this.pulled(uri, isOfFile) : this.published(isOfFile);
    }

    private async pulled(uri: string, isWanted: (published: Published) => boolean): Promise<number> {
        for (;;) {
            const sent = performance.now();
            const { result, time } = await this.request('textDocument/diagnostic', { textDocument: { uri } }, sent);
            if (isWanted({ uri, diagnostics: (result as { readonly items?: readonly Diagnostic[] }).items ?? [] })) {
                return sent + time;
            }
        }
    }

    private published(isWanted: (published: Published) => boolean): Promise<number> {
        return new Promise((resolve, reject) => {
            const watcher: Watcher = {
                receive: (published, arrived) => {
                    if (isWanted(published)) {
                        this.watchers.delete(watcher);
                        resolve(arrived);
                    }
                },
                reject
            };
            this.watchers.add(watcher);
            this.rejectIfEnded();
        });
    }

    /** Waits until the server is idle: it has answered an unknown request, and a short pause has passed. */
    async rest(): Promise<void> {
        await sleep(30);
        await this.request('bench/rest', {}).catch(() => undefined);
        await sleep(10);
    }

    /** Resident memory in megabytes, where the system reports it. */
    memory(): number | undefined {
        return memoryOf(this.process);
    }

    /** The processor time of a server that is started with `measured`. */
    usage(): Promise<Usage> {
        return new Promise((resolve, reject) => {
            this.process.once('message', message => resolve(message as Usage));
            this.process.send!('usage', error => error && reject(error));
        });
    }

    /** Requests a shutdown, and kills the server if it does not end. */
    async stop(): Promise<void> {
        if (!this.ended) {
            const closed = new Promise(resolve => this.process.once('close', resolve));
            const asked = this.request('shutdown', null).then(() => this.notify('exit', null)).catch(() => undefined);
            await Promise.race([asked.then(() => closed), sleep(2_000)]);
        }
        killGroup(this.process);
    }

    private read({ id, method, params, result, error }: JsonRpcMessage, arrived: number): void {
        if (method === 'textDocument/publishDiagnostics') {
            const published = params as Published;
            this.sendsVersions &&= typeof published.version === 'number';
            this.watchers.forEach(watcher => watcher.receive(published, arrived));
        } else if (method !== undefined && id !== undefined) {
            this.transport.send({ id, result: this.answerTo(method, params) });
        } else if (method === undefined) {
            const request = this.pending.get(Number(id));
            this.pending.delete(Number(id));
            if (error) {
                request?.reject(new Error(error.message));
            } else {
                request?.resolve({ result, time: arrived - request.sent });
            }
        }
    }

    private answerTo(method: string, params: unknown): unknown {
        if (method === 'client/registerCapability') {
            (params as { readonly registrations: readonly { readonly method: string }[] }).registrations.forEach(registration => this.registered.add(registration.method));
        }
        return method === 'workspace/configuration' ? (params as ConfigurationParams).items.map(({ section }) => this.setting(section)) : null;
    }

    /** The settings of a section such as `yaml.schemas`. */
    private setting(section: string | undefined): unknown {
        const { settings } = this.server;
        return section ? section.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], settings) ?? null : settings ?? null;
    }

    private end(reason: string): void {
        this.ended ??= new Error([reason, this.lastErrors.trim()].filter(text => text !== '').join(': '));
        this.rejectIfEnded();
    }

    private rejectIfEnded(): void {
        if (this.ended) {
            [...this.pending.values(), ...this.watchers].forEach(waiting => waiting.reject(this.ended!));
            this.pending.clear();
            this.watchers.clear();
        }
    }
}
