import type { LogOutputChannel } from 'vscode';
import { CloseAction, LanguageClient, type LanguageClientOptions, RevealOutputChannelOn, type ServerOptions, State, TransportKind } from 'vscode-languageclient/node';
import { withLineBreaks } from './features/line-breaks.js';
import { explainProblemCommand, showDocumentationCommand, type SupInitializationOptions } from '@sup/protocol/server';

/**
 * The documents that the server handles. An explicit list of schemes, because the old side of a diff (`git:`) and other read-only
 * copies would declare the same sites again.
 */
export const documentSelector = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'].map(scheme => ({ language: 'sup', scheme }));

export interface SupLanguageClientOptions {
    readonly serverModule: string;
    /** A folder in the user's own storage for Node.js's compile cache, which speeds up the next start of the server. */
    readonly compileCache: string;
    readonly output: LogOutputChannel;
    /** Called when a running server has crashed too often to be restarted. */
    readonly onGaveUp: () => void;
}

/**
 * The client of `vscode-languageclient` with three differences: it never shows a message itself (the extension shows one that offers a
 * restart), it can be stopped in any state, and it does not retry a failed start.
 */
export class SupLanguageClient extends LanguageClient {
    constructor({ serverModule, compileCache, output, onGaveUp }: SupLanguageClientOptions) {
        super('sup', 'SUP', serverOptions(serverModule, compileCache), clientOptions(output));
        const standard = this.clientOptions.errorHandler!;
        this.clientOptions.errorHandler = {
            error: (error, message, count) => standard.error(error, message, count),
            closed: async () => {
                if (this.state !== State.Running) {
                    await this.whenStarted(); // otherwise the failed start would not be reported
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

    /** Logs the error without showing it. */
    override error(message: string, data?: unknown): void {
        super.error(message, data, false);
    }

    /** Stops the server's process, by the protocol if it responds in time, otherwise by force, so that no process leaks. */
    override async stop(timeout = 2000): Promise<void> {
        await this.whenStarted(timeout);
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

    /** Resolves when the client is no longer starting, or after the timeout. */
    private whenStarted(timeout = 2000): Promise<void> {
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

/** File watching and settings are not configured here: the server registers for both, as it does with any client. */
function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
    return {
        documentSelector,
        outputChannel,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        diagnosticCollectionName: 'sup',
        initializationOptions: { acceptRiskCommand: true, duplicateSiteCommand: true, documentationCommand: true, explainCommand: true, suggestCommand: 'editor.action.triggerSuggest', scenarioCommands: true, editorLevels: true, lineBreaks: true, preview: true } satisfies SupInitializationOptions,
        // Returning false stops the client; without a handler it would show the error itself.
        initializationFailedHandler: () => false,
        // Hovers quote text of the file, so they must not contain HTML, nor run commands other than these, which change nothing.
        markdown: { isTrusted: { enabledCommands: [showDocumentationCommand, explainProblemCommand] }, supportHtml: false },
        middleware: { provideDocumentFormattingEdits: withLineBreaks }
    };
}
