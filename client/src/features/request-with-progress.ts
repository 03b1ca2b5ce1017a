import { type CancellationToken, l10n, type LogOutputChannel, type Progress, type ProgressOptions, window } from 'vscode';
import type { RequestType } from 'vscode-languageclient/node';
import { errorMessage } from '@sup/model';
import type { LanguageServer } from '../language-server.js';
import { offerRestart } from './restart.js';

export interface ProgressRequest<P extends object, R> {
    readonly type: RequestType<P, R | null, void>;
    readonly params: P;
    readonly progress: ProgressOptions;
    /** The message to show if the response is null. */
    readonly missing: string;
}

/** Sends a request for a command and shows its progress. Shows a message if there is no result, unless the user has cancelled. */
export async function requestWithProgress<P extends object, R>(server: LanguageServer, output: LogOutputChannel, { type, params, progress, missing }: ProgressRequest<P, R>): Promise<R | undefined> {
    let cancellation: CancellationToken | undefined;
    try {
        const response = await window.withProgress(progress, (report, token) => {
            cancellation = token;
            return server.request(type, params, { token, onProgress: reportIncrements(report) });
        });
        if (response === null) {
            void window.showInformationMessage(missing);
        }
        return response ?? undefined;
    } catch (error) {
        if (cancellation?.isCancellationRequested) {
            return undefined;
        }
        if (server.state === 'stopped') {
            void offerRestart(server, output, l10n.t('The SUP language server is not running, so it cannot answer.'));
        } else {
            void window.showErrorMessage(l10n.t('The SUP language server could not answer: {0}', errorMessage(error)));
        }
        return undefined;
    }
}

/** Converts the absolute progress of the protocol into the increments that the editor expects. */
function reportIncrements(report: Progress<{ increment: number }>): (percentage: number) => void {
    let last = 0;
    return percentage => {
        report.report({ increment: percentage - last });
        last = percentage;
    };
}
