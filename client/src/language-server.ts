import { randomUUID } from 'node:crypto';
import { type Disposable, EventEmitter, type LogOutputChannel, workspace } from 'vscode';
import { CancellationToken, type LanguageClient, type RequestType, type RequestType0, State, WorkDoneProgress, type WorkspaceEdit } from 'vscode-languageclient/node';
import { EditorLevelsChangedNotification, PreviewChangedNotification, ScenarioOutcomesNotification, type ScenarioReport, ScenariosChangedNotification } from '@sup/protocol/server';

/** `stopped`: it crashed, failed to start or was stopped, and needs a restart. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** The server failed to start, or crashed repeatedly. */
export type Failure = 'start' | 'crashes';

/** The part of the client that this class uses. */
export type Client = Pick<LanguageClient,
    'dispose' | 'onDidChangeState' | 'onNotification' | 'onProgress' | 'protocol2CodeConverter' | 'sendRequest' | 'start' | 'state' | 'validateWorkspaceEdit'>;

export interface RequestOptions {
    readonly token?: CancellationToken;
    /** Called with the progress in percent. */
    readonly onProgress?: (percentage: number) => void;
}

/**
 * The language server as the features use it. Each start creates a new client, because a client that failed to start cannot be
 * started again. So a restart works in every state.
 */
export class LanguageServer implements Disposable {
    private client: Client | undefined;
    private listener: Disposable | undefined;
    private restarting: Promise<void> | undefined;
    private readonly stateChange = new EventEmitter<ServerState>();
    private readonly failure = new EventEmitter<Failure>();
    private readonly scenariosChange = new EventEmitter<void>();
    private readonly outcomes = new EventEmitter<readonly ScenarioReport[]>();
    private readonly previewChange = new EventEmitter<void>();
    private readonly editorLevelsChange = new EventEmitter<void>();

    readonly onDidChangeState = this.stateChange.event;
    readonly onDidFail = this.failure.event;
    readonly onDidChangeScenarios = this.scenariosChange.event;
    /** Fired when the server has run scenarios by itself. */
    readonly onDidRunScenarios = this.outcomes.event;
    readonly onDidChangePreview = this.previewChange.event;
    readonly onDidChangeEditorLevels = this.editorLevelsChange.event;

    constructor(private readonly createClient: (onGaveUp: () => void) => Client, private readonly output: LogOutputChannel) {}

    get state(): ServerState {
        if (this.restarting || this.client?.state === State.Starting) {
            return 'starting';
        }
        return this.client?.state === State.Running ? 'running' : 'stopped';
    }

    /** Starts the server without waiting for it. A failure fires {@link onDidFail}. */
    start(): void {
        const client = this.createClient(() => this.failure.fire('crashes'));
        this.client = client;
        this.listener = client.onDidChangeState(({ newState }) => {
            this.stateChange.fire(this.state);
            if (newState === State.StartFailed) {
                this.failure.fire('start');
            }
        });
        client.onNotification(ScenariosChangedNotification, () => this.scenariosChange.fire());
        client.onNotification(ScenarioOutcomesNotification, ({ reports }) => this.outcomes.fire(reports));
        client.onNotification(PreviewChangedNotification, () => this.previewChange.fire());
        client.onNotification(EditorLevelsChangedNotification, () => this.editorLevelsChange.fire());
        client.start().catch(() => undefined); // the client logs the error, and its state reports it
    }

    /** Stops the server in any state and starts a new one. Concurrent calls share one restart. */
    restart(): Promise<void> {
        this.restarting ??= this.stopClient().finally(() => {
            this.restarting = undefined;
            this.start();
        });
        this.stateChange.fire(this.state);
        return this.restarting;
    }

    /** Stops the server without starting a new one. */
    async stop(): Promise<void> {
        await this.restarting;
        await this.stopClient();
    }

    /**
     * Sends a request, after a restart in progress has finished. Rejects if there is no server or the token is cancelled. Requests
     * without parameters take `{}`.
     */
    async request<P extends object, R>(type: RequestType<P, R, void> | RequestType0<R, void>, params: P, { token = CancellationToken.None, onProgress }: RequestOptions = {}): Promise<R> {
        await this.restarting;
        const client = this.running;
        if (!onProgress) {
            return client.sendRequest<R>(type.method, params, token);
        }
        const workDoneToken = randomUUID();
        const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, value => onProgress('percentage' in value ? value.percentage ?? 0 : 0));
        try {
            return await client.sendRequest<R>(type.method, { ...params, workDoneToken }, token);
        } finally {
            listener.dispose();
        }
    }

    /** Applies an edit from the server; returns false if it no longer matches the documents. */
    async applyEdit(edit: WorkspaceEdit): Promise<boolean> {
        const { protocol2CodeConverter } = this.running;
        return this.running.validateWorkspaceEdit(edit) && workspace.applyEdit(await protocol2CodeConverter.asWorkspaceEdit(edit));
    }

    dispose(): void {
        this.stateChange.dispose();
        this.failure.dispose();
        this.scenariosChange.dispose();
        this.outcomes.dispose();
        this.previewChange.dispose();
        this.editorLevelsChange.dispose();
    }

    private async stopClient(): Promise<void> {
        const client = this.client;
        this.client = undefined;
        this.listener?.dispose();
        try {
            await client?.dispose();
        } catch (error) {
            this.output.warn(`The server had to be killed: ${String(error)}`);
        }
    }

    private get running(): Client {
        if (!this.client) {
            throw new Error('The SUP language server is not running.');
        }
        return this.client;
    }
}
