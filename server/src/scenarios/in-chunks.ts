import { setImmediate } from 'node:timers/promises';
import { type CancellationToken, type Connection, type ProgressToken, WorkDoneProgress, type WorkDoneProgressBegin, type WorkDoneProgressEnd, type WorkDoneProgressReport } from 'vscode-languageserver';
import { refuseCancelled } from '../requests/others-first.js';

/** How long work runs before the server handles other messages, in milliseconds: short enough not to be noticed while typing. */
const chunkDuration = 8;

/** Long-running work that yields the share that is done, from 0 to 1. */
export type Work<T> = Generator<number, T>;

let lastTurn: Promise<void> = Promise.resolve();

/** Waits until the next chunk may run. All work takes turns, so the server handles other messages after each chunk, however much work is pending. */
function nextTurn(): Promise<void> {
    lastTurn = lastTurn.then(() => setImmediate());
    return lastTurn;
}

/**
 * Does work in chunks, so that the server answers other requests in between. Throws the protocol's `RequestCancelled` error once the
 * token is cancelled; work that is cancelled before its first turn does not begin.
 */
export async function inChunks<T>(work: Work<T>, token: CancellationToken, onProgress: (share: number) => void = () => undefined): Promise<T> {
    for (;;) {
        await nextTurn();
        refuseCancelled(token);
        const start = performance.now();
        let step = work.next();
        while (!step.done && performance.now() - start < chunkDuration) {
            step = work.next();
        }
        if (step.done) {
            return step.value;
        }
        onProgress(step.value);
    }
}

/** Reports the progress of work in percent to a client that has sent a progress token. */
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
