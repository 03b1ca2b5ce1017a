import { setImmediate } from 'node:timers/promises';
import { type CancellationToken, type Connection, LSPErrorCodes, type ProgressToken, ResponseError, WorkDoneProgress, type WorkDoneProgressBegin, type WorkDoneProgressEnd, type WorkDoneProgressReport } from 'vscode-languageserver';

/** So long the server does one thing before it looks what else there is, in milliseconds: well below what a person typing notices. */
const portion = 8;

/** Work that takes long. It yields the share that is done, from 0 to 1. */
export type Work<T> = Generator<number, T>;

/**
 * Does work in portions, so that the server goes on answering in between. Throws what the protocol calls a cancelled request once
 * nobody wants it any more.
 */
export async function inChunks<T>(work: Work<T>, token: CancellationToken, onProgress: (share: number) => void = () => undefined): Promise<T> {
    for (;;) {
        const start = performance.now();
        let step = work.next();
        while (!step.done && performance.now() - start < portion) {
            step = work.next();
        }
        if (step.done) {
            return step.value;
        }
        onProgress(step.value);
        await setImmediate();
        if (token.isCancellationRequested) {
            throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The simulation was cancelled.');
        }
    }
}

/** Reports what a piece of work tells of its progress, in percent, to a client that has given a token for it. */
export async function withProgress<T>(connection: Connection, token: ProgressToken | undefined, title: string, work: (report: (share: number) => void) => Promise<T>): Promise<T> {
    if (token === undefined) {
        return work(() => undefined);
    }
    const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void => void connection.sendProgress(WorkDoneProgress.type, token, value);
    let last = 0;
    send({ kind: 'begin', title, percentage: 0 });
    try {
        return await work(share => {
            const percentage = Math.floor(share * 100);
            if (percentage > last) {
                last = percentage;
                send({ kind: 'report', percentage });
            }
        });
    } finally {
        send({ kind: 'end' });
    }
}
