import type * as vscode from 'vscode';
import type { FromPage, ToPage } from '@sup/protocol/preview';
import { Disposable, Emitter, Uri } from './vscode-values.js';

/** A webview panel with a test in place of its page. */
export class PanelStub {
    title = '';
    active = true;
    visible = true;
    /** The messages sent to the page. */
    readonly received: ToPage[] = [];
    isClosed = false;
    reveals = 0;
    private readonly messages = new Emitter<unknown>();
    private readonly viewState = new Emitter<unknown>();
    private readonly closing = new Emitter<void>();

    readonly webview = {
        html: '', options: {} as vscode.WebviewOptions, cspSource: 'https://page.test',
        asWebviewUri: (uri: Uri) => new Uri(`https://page.test${uri.path}`),
        onDidReceiveMessage: this.messages.event,
        postMessage: (message: ToPage) => {
            this.received.push(message);
            this.check();
            return Promise.resolve(true);
        }
    };
    readonly onDidChangeViewState = this.viewState.event;
    readonly onDidDispose = this.closing.event;

    constructor(readonly viewColumn: number, readonly options: unknown, private readonly check: () => void) {}

    /** Sends a message from the page, or a forged value that the page would never send. */
    send(message: FromPage | { readonly forged: unknown }): void {
        this.messages.fire('forged' in message ? message.forged : message);
    }

    /** The messages of one kind. */
    all<K extends ToPage['kind']>(kind: K): readonly Extract<ToPage, { kind: K }>[] {
        return this.received.filter((message): message is Extract<ToPage, { kind: K }> => message.kind === kind);
    }

    hide(): void {
        this.visible = false;
        this.active = false;
        this.viewState.fire(undefined);
    }

    reveal(): void {
        this.reveals++;
        this.visible = true;
        this.viewState.fire(undefined);
    }

    dispose(): void {
        if (!this.isClosed) {
            this.isClosed = true;
            this.closing.fire();
        }
    }
}

/** The part of the editor's API that is about webview panels. */
export class PanelsStub {
    readonly panels: PanelStub[] = [];
    private serializer: vscode.WebviewPanelSerializer | undefined;

    constructor(private readonly check: () => void) {}

    readonly api = {
        createWebviewPanel: (_: string, _title: string, { viewColumn }: { viewColumn: number }, options: unknown) => this.add(viewColumn, options),
        registerWebviewPanelSerializer: (_: string, serializer: vscode.WebviewPanelSerializer) => {
            this.serializer = serializer;
            return new Disposable();
        }
    };

    /** Restores a panel with the state of its page, as after a restart of the editor. */
    async restore(state: unknown): Promise<PanelStub> {
        const panel = this.add(2, {});
        await this.serializer!.deserializeWebviewPanel(panel as unknown as vscode.WebviewPanel, state);
        return panel;
    }

    private add(column: number, options: unknown): PanelStub {
        const panel = new PanelStub(column, options, this.check);
        this.panels.push(panel);
        return panel;
    }
}
