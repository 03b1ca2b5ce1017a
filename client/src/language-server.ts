import { randomUUID } from 'node:crypto';
import { type Disposable, EventEmitter, type LogOutputChannel, workspace } from 'vscode';
import { CancellationToken, type LanguageClient, type RequestType, type RequestType0, State, WorkDoneProgress, type WorkspaceEdit } from 'vscode-languageclient/node';
import { PreviewChangedNotification, ScenariosChangedNotification } from '@sup/protocol/server';

/** `stopped`: it crashed, failed to start or was ended; only a restart brings it back. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** How a server was lost: while starting, or by crashing again and again. */
export type Failure = 'start' | 'crashes';

/** What is needed of a client. */
export type Client = Pick<LanguageClient,
    'dispose' | 'onDidChangeState' | 'onNotification' | 'onProgress' | 'protocol2CodeConverter' | 'sendRequest' | 'start' | 'state' | 'validateWorkspaceEdit'>;

export interface RequestOptions {
    readonly token?: CancellationToken;
    /** Told now and then how much is done, in percent. */
    readonly onProgress?: (percentage: number) => void;
}

/**
 * The language server as the features see it. Each start takes a new client, because one that failed to start cannot be
 * started again; so a restart works in every state.
 */
export class LanguageServer implements Disposable {
    private client: Client | undefined;
    private listener: Disposable | undefined;
    private restarting: Promise<void> | undefined;
    private readonly stateChange = new EventEmitter<ServerState>();
    private readonly failure = new EventEmitter<Failure>();
    private readonly scenariosChange = new EventEmitter<void>();
    private readonly previewChange = new EventEmitter<void>();

    readonly onDidChangeState = this.stateChange.event;
    readonly onDidFail = this.failure.event;
    readonly onDidChangeScenarios = this.scenariosChange.event;
    readonly onDidChangePreview = this.previewChange.event;

    constructor(private readonly createClient: (onGaveUp: () => void) => Client, private readonly output: LogOutputChannel) {}

    get state(): ServerState {
        if (this.restarting || this.client?.state === State.Starting) {
            return 'starting';
        }
        return this.client?.state === State.Running ? 'running' : 'stopped';
    }

    /** Starts the server without waiting for it; a failure is told by {@link onDidFail}. */
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
        client.onNotification(PreviewChangedNotification, () => this.previewChange.fire());
        client.start().catch(() => undefined); // logged by the client, told by its state
    }

    /** Ends the server, whatever state it is in, and starts another. Asked again meanwhile, it is the same restart. */
    restart(): Promise<void> {
        this.restarting ??= this.stopClient().finally(() => {
            this.restarting = undefined;
            this.start();
        });
        this.stateChange.fire(this.state);
        return this.restarting;
    }

    /** Ends the server for good. */
    async stop(): Promise<void> {
        await this.restarting;
        await this.stopClient();
    }

    /**
     * Asks the server, after its start where that is under way. Rejects where there is none, and where the token is cancelled. A request
     * without parameters is given `{}`.
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

    /** Applies an edit that the server has answered; false where it does not fit the documents any more. */
    async applyEdit(edit: WorkspaceEdit): Promise<boolean> {
        const { protocol2CodeConverter } = this.running;
        return this.running.validateWorkspaceEdit(edit) && workspace.applyEdit(await protocol2CodeConverter.asWorkspaceEdit(edit));
    }

    dispose(): void {
        this.stateChange.dispose();
        this.failure.dispose();
        this.scenariosChange.dispose();
        this.previewChange.dispose();
    }

    private async stopClient(): Promise<void> {
        const client = this.client;
        this.client = undefined;
        this.listener?.dispose();
        try {
            await client?.dispose();
        } catch (error) {
            this.output.warn(`The server had to be ended by force: ${String(error)}`);
        }
    }

    private get running(): Client {
        if (!this.client) {
            throw new Error('The SUP language server is not running.');
        }
        return this.client;
    }
}
