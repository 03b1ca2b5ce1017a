import type * as vscode from 'vscode';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { CodeAction, Diagnostic, DiagnosticCollectionStub } from './diagnostics-stub.js';
import { DialogsStub } from './dialogs-stub.js';
import { ContentProviders, ProgressStub, type Shown } from './documents-stub.js';
import { PanelsStub } from './panels-stub.js';
import { TestingStub } from './testing-stub.js';
import { TreesStub } from './trees-stub.js';
import { Disposable, Emitter, Location, Position, Range, TextEdit, Uri, withFallback, WorkspaceEdit } from './vscode-values.js';

interface LinkProvider {
    provideDocumentLinks(document: { uri: Uri }): { target: Uri }[];
}

interface StatusItem {
    text: string;
    detail?: string;
    severity: number;
    busy: boolean;
    command?: { command: string; arguments?: unknown[] };
}

/** A stub of the editor: records the output of the extension and simulates the actions of a user. */
export class EditorStub {
    readonly log: string[] = [];
    readonly edits: WorkspaceEdit['changes'][number][] = [];
    readonly contexts = new Map<string, unknown>();
    readonly diagnostics = new Map<string, readonly { readonly source?: string }[]>();
    readonly dialogs = new DialogsStub(() => this.check());
    readonly testing = new TestingStub(() => this.check());
    readonly previews = new PanelsStub(() => this.check());
    /** The new documents that were opened with a text. */
    readonly texts: { readonly language: string; readonly content: string }[] = [];
    readonly written = new Map<string, string>();
    readonly clipboard = { readText: () => Promise.resolve(this.copied) };
    copied = '';
    /** The Git repository of all files; undefined if there is no Git extension. */
    repository: object | undefined;
    /** The quick fixes, at any position. */
    fixes: readonly { readonly title: string; readonly edit?: WorkspaceEdit }[] = [];
    /** Locations revealed in editors. */
    readonly revealed: { readonly uri: string; readonly line: number | undefined; readonly column: number; readonly keepsFocus: boolean }[] = [];
    readonly selectionChange = new Emitter<unknown>();
    readonly activeEditorChange = new Emitter<unknown>();
    readonly fileRenaming = new Emitter<{ readonly files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[] }>();
    readonly shown: Shown[] = [];
    /** Tasks shown with progress. */
    readonly progress: ProgressStub[] = [];
    readonly trees = new TreesStub();
    readonly statusItems = new Map<string, StatusItem>();
    /** The commands of the workbench that were run. */
    readonly workbenchCommands: string[] = [];
    /** The problems of the extension itself, not of the server. */
    readonly collection = new DiagnosticCollectionStub(() => this.check());
    codeActions: vscode.CodeActionProvider | undefined;
    readonly documentChange = new Emitter<{ readonly document: { readonly uri: Uri }; readonly contentChanges: readonly unknown[] }>();
    isLogShown = false;
    appliesEdits = true;
    hasMarkdownPreview = true;
    readonly diagnosticsChange = new Emitter<{ uris: Uri[] }>();
    private readonly contents = new ContentProviders();
    /** By scheme. */
    private readonly linkProviders = new Map<string, LinkProvider>();
    private readonly documents: unknown[] = [];
    private readonly documentOpening = new Emitter<unknown>();
    private readonly editorsChange = new Emitter<unknown>();
    private readonly editors: unknown[] = [];
    private readonly watchers = new Set<Emitter<Uri>>();
    private readonly commands = new Map<string, (...args: unknown[]) => unknown>();
    private readonly waiting = new Set<() => void>();

    /** Runs a command, as the command palette or a code action does. */
    async run(command: string, ...args: unknown[]): Promise<void> {
        const handler = this.commands.get(command);
        if (!handler) {
            throw new Error(`The command ${command} is not registered.`);
        }
        await handler(...args);
    }

    commandNames(): string[] {
        return [...this.commands.keys()];
    }

    /** Resolves when a condition on the state of the stub holds. */
    until(condition: () => boolean): Promise<void> {
        return new Promise((resolve, reject) => {
            const check = (): void => {
                if (condition()) {
                    clearTimeout(deadline);
                    this.waiting.delete(check);
                    resolve();
                }
            };
            const giveUp = (): void => reject(new Error(`Timed out waiting for ${String(condition)}. The status is "${this.status?.text}", the log:\n${this.log.join('\n')}`));
            const deadline = setTimeout(giveUp, 10_000);
            this.waiting.add(check);
            check();
        });
    }

    /** Opens a document in an editor. The client library delays the notification of documents that are not visible. */
    open(uri: string, languageId: string): void {
        const document = { uri: new Uri(uri), languageId, version: 1, getText: () => '' };
        this.documents.push(document);
        this.editors.push({ document });
        this.editorsChange.fire(this.editors);
        this.documentOpening.fire(document);
    }

    /** The number of file system watchers. */
    watches(): number {
        return this.watchers.size;
    }

    /** Places the cursor at the start of a line of a document. */
    putCursor(uri: string, line: number, languageId = 'sup'): void {
        this.api.window.activeTextEditor = { document: { uri: new Uri(uri), languageId }, selection: { active: new Position(line, 0) } };
        this.activeEditorChange.fire(this.api.window.activeTextEditor);
    }

    /** The text of a virtual document. */
    textOf(uri: string): Promise<string> {
        return this.contents.read(new Uri(uri));
    }

    /** The targets of the links in a virtual document. */
    linksIn(uri: string): string[] {
        const document = { uri: new Uri(uri) };
        return (this.linkProviders.get(document.uri.scheme)?.provideDocumentLinks(document) ?? []).map(({ target }) => target.toString());
    }

    /** Changes a file on disk, outside the editor. */
    saveOutside(uri: string): void {
        this.watchers.forEach(watcher => watcher.fire(new Uri(uri)));
    }

    report(uri: string, sources: readonly string[]): void {
        this.diagnostics.set(uri, sources.map(source => ({ source })));
        this.diagnosticsChange.fire({ uris: [new Uri(uri)] });
    }

    /** The `vscode` module. Members that the extension does not use itself are empty classes or functions without effect. */
    readonly api = withFallback({
        __esModule: true,
        version: '1.110.0',
        ...this.testing.api,
        Uri, CodeAction, Diagnostic, DataTransferItem: class { constructor(readonly value: unknown) {} }, DocumentLink: class { constructor(readonly range: Range, readonly target: Uri) {} }, Disposable, EventEmitter: Emitter, CancellationTokenSource, Position, Range, Location, TextEdit, WorkspaceEdit, LogLevel: { Trace: 1, Info: 3 },
        ViewColumn: { Active: -1, Beside: -2, One: 1, Two: 2 }, CodeActionKind: { QuickFix: { value: 'quickfix' } }, QuickPickItemKind: { Separator: -1, Default: 0 },
        extensions: { getExtension: (id: string) => id === 'vscode.git' && this.repository ? { activate: () => Promise.resolve({ getAPI: () => ({ getRepository: () => this.repository }) }) } : undefined },
        TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
        LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
        ProgressLocation: { Window: 10, Notification: 15 },
        env: { appName: 'stub', language: 'en', clipboard: this.clipboard },
        l10n: { t: (text: string, ...args: unknown[]) => text.replaceAll(/\{(\d)\}/g, (_, i: string) => String(args[Number(i)])) },
        commands: {
            registerCommand: (name: string, handler: (...args: unknown[]) => unknown) => {
                this.commands.set(name, handler);
                return new Disposable(() => this.commands.delete(name));
            },
            executeCommand: (name: string, ...args: [never, unknown]) => this.execute(name, ...args)
        },
        languages: withFallback({
            match: (selector: vscode.DocumentFilter[], { uri, languageId }: { uri: Uri; languageId: string }) =>
                Number(selector.some(({ scheme, language }) => scheme === uri.scheme && language === languageId)),
            getLanguages: () => Promise.resolve(['plaintext', 'sup']),
            getDiagnostics: (uri: Uri) => this.diagnostics.get(uri.toString()) ?? [],
            registerDocumentLinkProvider: ({ scheme }: { scheme: string }, provider: LinkProvider) => {
                this.linkProviders.set(scheme, provider);
                return new Disposable();
            },
            onDidChangeDiagnostics: this.diagnosticsChange.event,
            createDiagnosticCollection: () => this.collection,
            registerCodeActionsProvider: (_: unknown, provider: vscode.CodeActionProvider) => {
                this.codeActions = provider;
                return new Disposable();
            },
            createLanguageStatusItem: (id: string) => {
                const item = this.seen({ text: '', severity: 0, busy: false, dispose: () => this.statusItems.delete(id) });
                this.statusItems.set(id, item);
                return item;
            }
        }, idle),
        window: withFallback({
            visibleTextEditors: this.editors, activeTextEditor: undefined as unknown, onDidChangeVisibleTextEditors: this.editorsChange.event, onDidChangeActiveTextEditor: this.activeEditorChange.event,
            tabGroups: { all: [], onDidChangeTabs: new Emitter().event },
            createOutputChannel: () => this.outputChannel(),
            ...this.dialogs.api,
            ...this.previews.api,
            ...this.trees.api,
            onDidChangeTextEditorSelection: this.selectionChange.event,
            showTextDocument: (uri: Uri, options?: vscode.TextDocumentShowOptions) => options?.viewColumn === undefined ? this.show(uri, 'editor') : this.reveal(uri, options),
            withProgress: ({ title = '', cancellable = false }: vscode.ProgressOptions, task: (report: ProgressStub, token: vscode.CancellationToken) => unknown) => {
                const progress = new ProgressStub(title, cancellable, () => this.check());
                this.progress.push(progress);
                return task(progress, progress.token);
            }
        }, idle),
        workspace: withFallback({
            textDocuments: this.documents, notebookDocuments: [], workspaceFolders: [{ uri: Uri.file('/'), name: 'root', index: 0 }],
            getConfiguration: () => ({ get: (_: string, fallback: unknown) => fallback }),
            applyEdit: (edit: WorkspaceEdit) => {
                this.edits.push(...edit.changes);
                return Promise.resolve(this.appliesEdits);
            },
            onDidOpenTextDocument: this.documentOpening.event,
            onDidChangeTextDocument: (listener: (event: unknown) => unknown, of?: unknown) => this.documentChange.event(event => listener.call(of, event)),
            openTextDocument: (target: Uri | { readonly language?: string; readonly content: string }) => {
                if (target instanceof Uri) {
                    return Promise.resolve({ uri: target });
                }
                this.texts.push({ language: target.language ?? '', content: target.content });
                const uri = new Uri(`untitled:Untitled-${this.texts.length}`);
                return Promise.resolve(Object.assign(uri, { uri: new Uri('file:///untitled') }));
            },
            onDidRenameFiles: this.fileRenaming.event,
            fs: {
                readFile: (uri: Uri) => Promise.resolve(new TextEncoder().encode(`content of ${uri.toString()}`)),
                stat: (uri: Uri) => this.written.has(uri.toString()) ? Promise.resolve({ type: 1 }) : Promise.reject(new Error('FileNotFound')),
                writeFile: (uri: Uri, content: Uint8Array) => {
                    this.written.set(uri.toString(), new TextDecoder().decode(content));
                    return Promise.resolve();
                }
            },
            asRelativePath: (uri: Uri) => uri.fsPath.slice(1),
            registerTextDocumentContentProvider: (scheme: string, provider: vscode.TextDocumentContentProvider) => this.contents.register(scheme, provider),
            createFileSystemWatcher: () => this.watcher()
        }, idle)
    }, () => class {});

    private async execute(name: string, argument: never, value: unknown): Promise<unknown> {
        if (this.commands.has(name)) {
            return this.run(name, argument, value);
        }
        if (name === 'vscode.executeCodeActionProvider') {
            return this.fixes;
        }
        if (name === 'setContext') {
            this.contexts.set(argument, value);
        } else if (name.startsWith('workbench.')) {
            this.workbenchCommands.push(name);
        } else if (name === 'markdown.showPreview' && this.hasMarkdownPreview) {
            await this.show(argument, 'preview');
        } else {
            throw new Error(`command '${name}' not found`);
        }
        return undefined;
    }

    private async show(uri: Uri, as: Shown['as']): Promise<void> {
        this.shown.push({ uri: uri.toString(), text: await this.contents.read(uri), as });
    }

    private reveal(uri: Uri, { selection, viewColumn = 1, preserveFocus = false }: vscode.TextDocumentShowOptions): Promise<void> {
        this.revealed.push({ uri: uri.toString(), line: selection?.start.line, column: viewColumn, keepsFocus: preserveFocus });
        this.check();
        return Promise.resolve();
    }

    private watcher() {
        const change = new Emitter<Uri>();
        this.watchers.add(change);
        this.check();
        return withFallback({ onDidChange: change.event, dispose: () => this.watchers.delete(change) }, idle);
    }

    private outputChannel() {
        const write = (text: string): void => {
            this.log.push(text);
            this.check();
        };
        return { logLevel: 3, info: write, warn: write, error: write, debug: write, trace: write, appendLine: write, onDidChangeLogLevel: new Emitter().event, show: () => this.isLogShown = true, dispose: () => undefined };
    }

    private seen<T extends object>(object: T): T {
        return new Proxy(object, {
            set: (target, key, value) => {
                const done = Reflect.set(target, key, value);
                this.check();
                return done;
            }
        });
    }

    /** The status item of the server. */
    get status(): StatusItem | undefined {
        return this.statusItems.get('sup.server');
    }

    private check(): void {
        this.waiting.forEach(check => check());
    }
}

/** A function of the editor without an effect that the extension could observe. */
function idle(): () => Disposable {
    return () => new Disposable();
}
