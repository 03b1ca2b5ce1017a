import type { LogOutputChannel } from 'vscode';
import { CloseAction, LanguageClient, type LanguageClientOptions, RevealOutputChannelOn, type ServerOptions, State, TransportKind } from 'vscode-languageclient/node';
import type { SupInitializationOptions } from '@sup/protocol/server';

/**
 * The documents that the server answers for. Named one by one, because the old side of a diff (`git:`) and other read-only
 * copies hold the same sites once more.
 */
export const documentSelector = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'].map(scheme => ({ language: 'sup', scheme }));

export interface SupLanguageClientOptions {
    readonly serverModule: string;
    /** A folder of the user's own, where Node.js keeps what it has compiled of the server for the next start. */
    readonly compileCache: string;
    readonly output: LogOutputChannel;
    /** Called when a running server has crashed too often to be started again. */
    readonly onGaveUp: () => void;
}

/**
 * The client of `vscode-languageclient`, with three differences: it never shows a message (the extension shows one, with a way
 * out), it can be stopped in any state, and it does not try again what has failed to start.
 */
export class SupLanguageClient extends LanguageClient {
    constructor({ serverModule, compileCache, output, onGaveUp }: SupLanguageClientOptions) {
        super('sup', 'SUP', serverOptions(serverModule, compileCache), clientOptions(output));
        const standard = this.clientOptions.errorHandler!;
        this.clientOptions.errorHandler = {
            error: (error, message, count) => standard.error(error, message, count),
            closed: async () => {
                if (this.state !== State.Running) {
                    await this.leaveStarting(); // or the failure of the start would reach nobody
                    return { action: CloseAction.DoNotRestart, handled: true };
                }
                const result = await standard.closed();
                if (result.action === CloseAction.DoNotRestart) {
                    onGaveUp();
                }
                return { ...result, handled: true };
            }
        };
    }

    /** Only logs. */
    override error(message: string, data?: unknown): void {
        super.error(message, data, false);
    }

    /** Ends the server's process: by the protocol where it answers in time, else by force, so that none is left behind. */
    override async stop(timeout = 2000): Promise<void> {
        await this.leaveStarting(timeout);
        const process = this.serverProcess;
        try {
            if (this.state !== State.Running) {
                process?.kill('SIGKILL');
                return;
            }
            await super.stop(timeout);
        } catch (error) {
            process?.kill('SIGKILL');
            throw error;
        }
    }

    private leaveStarting(timeout = 2000): Promise<void> {
        return new Promise(resolve => {
            if (this.state !== State.Starting) {
                resolve();
                return;
            }
            const finish = (): void => {
                clearTimeout(timer);
                listener.dispose();
                resolve();
            };
            const listener = this.onDidChangeState(finish);
            const timer = setTimeout(finish, timeout);
        });
    }
}

function serverOptions(module: string, compileCache: string): ServerOptions {
    const env = { NODE_COMPILE_CACHE: compileCache };
    return {
        run: { module, transport: TransportKind.ipc, options: { env } },
        debug: { module, transport: TransportKind.ipc, options: { env, execArgv: ['--inspect=6009'] } }
    };
}

/** Of files and settings that change the client is not told here: the server asks for both, as it does of any client. */
function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
    return {
        documentSelector,
        outputChannel,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        diagnosticCollectionName: 'sup',
        initializationOptions: { acceptRiskCommand: true, scenarioCommands: true, preview: true } satisfies SupInitializationOptions,
        // A false answer stops the client; without a handler it would show the error itself.
        initializationFailedHandler: () => false,
        // Hover shows text of the file: it may not run commands or bring in elements.
        markdown: { isTrusted: false, supportHtml: false }
    };
}
