import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
    type CodeAction, CodeActionRequest, ConfigurationRequest, type Diagnostic, DidChangeTextDocumentNotification,
    DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification, ExitNotification,
    FileChangeType, InitializedNotification, type InitializeParams, InitializeRequest, LogMessageNotification, type ProtocolConnection,
    PublishDiagnosticsNotification, type PublishDiagnosticsParams, type Range, RegistrationRequest, type ResourceOperationKind, ShutdownRequest, type WorkspaceEdit
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { connectTo } from './connection.js';
import { type ServerOptions, startServer } from './transport.js';
import type { Files } from './workspace.js';

/** How long a test waits for an expected message, in milliseconds. */
const deadline = 20_000;

export interface LspClientOptions {
    readonly initializationOptions?: unknown;
    /** The answer to `workspace/configuration` for `sup.rules`. */
    readonly rules?: unknown;
    /** The answer to `workspace/configuration` for `sup`. */
    readonly settings?: unknown;
    /** How the client passes its folder to the server; the default is as a workspace folder. */
    readonly folders?: (uri: string) => Pick<InitializeParams, 'rootUri' | 'rootPath' | 'workspaceFolders'>;
    /** Whether the client supports versioned document edits. */
    readonly documentChanges?: boolean;
    /** Whether the client shows annotated edits for review. */
    readonly changeAnnotations?: boolean;
    /** The operations on files that the client supports in edits. */
    readonly resourceOperations?: ResourceOperationKind[];
    /** The process that the server monitors; the default is this one. */
    readonly processId?: number;
    /** The folder; the default is a new temporary one. */
    readonly folder?: string;
    /** How the server is started; the default is as editors do. */
    readonly server?: ServerOptions;
}

/** A language client over stdio, in its own folder. */
export class LspClient {
    readonly folder: string;
    readonly published: PublishDiagnosticsParams[] = [];
    readonly log: string[] = [];
    /** The methods that the server has registered for. */
    readonly registered = new Set<string>();
    /** The patterns of the files that the server watches. */
    readonly watchedPatterns: unknown[] = [];
    readonly process: ChildProcessWithoutNullStreams;
    readonly connection: ProtocolConnection;
    rules: unknown;
    private readonly latest = new Map<string, PublishDiagnosticsParams>();
    private readonly open = new Map<string, TextDocument>();
    private watchers: (() => void)[] = [];

    private constructor(files: Files, options: LspClientOptions) {
        this.folder = options.folder ?? realpathSync(mkdtempSync(join(tmpdir(), 'sup-lsp-')));
        this.rules = options.rules ?? {};
        for (const [name, text] of Object.entries(files)) {
            this.writeFile(name, text);
        }
        this.process = startServer(options.server);
        this.process.stderr.on('data', data => this.log.push(String(data)));
        this.connection = connectTo(this.process);
        this.connection.onNotification(PublishDiagnosticsNotification.type, params => {
            this.published.push(params);
            this.latest.set(params.uri, params);
            this.watchers.forEach(watcher => watcher());
        });
        this.connection.onNotification(LogMessageNotification.type, params => {
            this.log.push(params.message);
            this.watchers.forEach(watcher => watcher());
        });
        this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
            registrations.forEach(({ method, registerOptions }) => {
                this.registered.add(method);
                const { watchers = [] } = (registerOptions ?? {}) as { watchers?: readonly { globPattern: unknown }[] };
                watchers.forEach(({ globPattern }) => this.watchedPatterns.push(globPattern));
            });
            this.watchers.forEach(watcher => watcher());
        });
        this.connection.onRequest(ConfigurationRequest.type, params => params.items.map(item => item.section === 'sup.rules' ? this.rules : item.section === 'sup' ? options.settings ?? null : null));
    }

    static async start(files: Files, options: LspClientOptions = {}): Promise<LspClient> {
        const client = new LspClient(files, options);
        await client.connection.sendRequest(InitializeRequest.type, {
            processId: options.processId ?? process.pid,
            ...(options.folders ?? (uri => ({ rootUri: null, workspaceFolders: [{ uri, name: 'test' }] })))(pathToFileURL(client.folder).href),
            initializationOptions: options.initializationOptions,
            capabilities: {
                workspace: {
                    configuration: true,
                    workspaceFolders: true,
                    didChangeConfiguration: { dynamicRegistration: true },
                    didChangeWatchedFiles: { dynamicRegistration: true },
                    workspaceEdit: { documentChanges: options.documentChanges === true, resourceOperations: options.resourceOperations ?? [], ...options.changeAnnotations === true && { changeAnnotationSupport: {} } }
                },
                textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true } }
            }
        });
        await client.connection.sendNotification(InitializedNotification.type, {});
        return client;
    }

    uri(name: string): string {
        return pathToFileURL(join(this.folder, name)).href;
    }

    writeFile(name: string, content: string | Uint8Array): void {
        const path = join(this.folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
    }

    /** Waits until the latest diagnostics of a file match. */
    async diagnostics(name: string, isWanted: (codes: string[]) => boolean): Promise<readonly Diagnostic[]> {
        await this.until(() => isWanted(this.codes(name)), () => `diagnostics of ${name}: now ${JSON.stringify(this.codes(name))}; log: ${this.log.join('\n')}`);
        return this.latest.get(this.uri(name))?.diagnostics ?? [];
    }

    /** The rule ids of a file's latest diagnostics; empty for a file without any. */
    codes(name: string): string[] {
        return (this.latest.get(this.uri(name))?.diagnostics ?? []).map(diagnostic => String(diagnostic.code));
    }

    versionOf(name: string): number | undefined {
        return this.latest.get(this.uri(name))?.version;
    }

    async openFile(name: string, text: string, uri = this.uri(name)): Promise<void> {
        this.open.set(uri, TextDocument.create(uri, 'sup', 1, text));
        await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'sup', version: 1, text } });
    }

    async changeFile(name: string, text: string): Promise<void> {
        const uri = this.uri(name);
        const version = (this.open.get(uri)?.version ?? 0) + 1;
        this.open.set(uri, TextDocument.create(uri, 'sup', version, text));
        await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges: [{ text }] });
    }

    async closeFile(name: string): Promise<void> {
        this.open.delete(this.uri(name));
        await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: this.uri(name) } });
    }

    async watched(name: string, type: 'created' | 'changed' | 'deleted'): Promise<void> {
        const types = { created: FileChangeType.Created, changed: FileChangeType.Changed, deleted: FileChangeType.Deleted };
        await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: this.uri(name), type: types[type] as FileChangeType }] });
    }

    async codeActions(name: string, range: Range, diagnostics: readonly Diagnostic[], only?: string[]): Promise<CodeAction[]> {
        const params = { textDocument: { uri: this.uri(name) }, range, context: { diagnostics: [...diagnostics], ...only && { only } } };
        return (await this.connection.sendRequest(CodeActionRequest.type, params) ?? []) as CodeAction[];
    }

    /** Applies an edit to the open files. */
    async apply(edit: WorkspaceEdit): Promise<void> {
        const changes = edit.changes ?? Object.fromEntries((edit.documentChanges ?? []).map(change => 'textDocument' in change ? [change.textDocument.uri, change.edits] : []));
        for (const [uri, edits] of Object.entries(changes)) {
            const document = this.open.get(uri);
            if (!document) {
                throw new Error(`The edit changes a file that is not open: ${uri}`);
            }
            const name = uri.slice(pathToFileURL(this.folder).href.length + 1);
            await this.changeFile(name, TextDocument.applyEdits(document, edits as never));
        }
    }

    text(name: string): string {
        return this.open.get(this.uri(name))?.getText() ?? '';
    }

    until(isTrue: () => boolean, describe: () => string): Promise<void> {
        return new Promise((resolve, reject) => {
            const watcher = (): void => {
                if (isTrue()) {
                    finish(resolve);
                }
            };
            const timer = setTimeout(() => finish(() => reject(new Error(`Waited ${deadline} ms for ${describe()}`))), deadline);
            const finish = (settle: () => void): void => {
                clearTimeout(timer);
                this.watchers = this.watchers.filter(other => other !== watcher);
                settle();
            };
            this.watchers.push(watcher);
            watcher();
        });
    }

    async stop(): Promise<void> {
        if (this.process.exitCode === null && this.process.signalCode === null) {
            await this.connection.sendRequest(ShutdownRequest.type).catch(() => undefined);
            await this.connection.sendNotification(ExitNotification.type).catch(() => undefined);
        }
        this.connection.dispose();
        this.process.kill();
        rmSync(this.folder, { recursive: true, force: true });
    }
}
