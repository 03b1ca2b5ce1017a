import { type CancellationToken, l10n, type LogOutputChannel, type Progress, type ProgressOptions, window } from 'vscode';
import type { RequestType } from 'vscode-languageclient/node';
import { errorMessage } from '@sup/model';
import type { LanguageServer } from '../language-server.js';
import { offerRestart } from './restart.js';

export interface Question<P extends object, R> {
    readonly type: RequestType<P, R | null, void>;
    readonly params: P;
    /** How it is shown that the answer is under way. */
    readonly progress: ProgressOptions;
    /** What null means. */
    readonly missing: string;
}

/** Asks the server what a command needs. Where there is no answer, it is said why, unless the person has cancelled. */
export async function ask<P extends object, R>(server: LanguageServer, output: LogOutputChannel, { type, params, progress, missing }: Question<P, R>): Promise<R | undefined> {
    let cancellation: CancellationToken | undefined;
    try {
        const answer = await window.withProgress(progress, (report, token) => {
            cancellation = token;
            return server.request(type, params, { token, onProgress: inIncrements(report) });
        });
        if (answer === null) {
            void window.showInformationMessage(missing);
        }
        return answer ?? undefined;
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

/** The editor wants to know what has been done since last time, the protocol says what has been done at all. */
function inIncrements(report: Progress<{ increment: number }>): (percentage: number) => void {
    let last = 0;
    return percentage => {
        report.report({ increment: percentage - last });
        last = percentage;
    };
}
