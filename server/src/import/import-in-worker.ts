import { Worker } from 'node:worker_threads';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ImportResult, ImportTask, Objection, RealityResult, RealityTask } from './import-task.js';

/** The maximum heap of the worker in MiB. The largest hierarchy within the limits of an import takes less. */
const maxHeap = 400;

/** Imports files in a worker thread, which ends with the request. `script`: the bundle of the worker. */
export function importInWorker(script: string, task: ImportTask, token: CancellationToken): Promise<ImportResult> {
    return inWorker(script, task, token);
}

/** Reads exports for a comparison with a plan, like {@link importInWorker}. */
export function readInWorker(script: string, task: RealityTask, token: CancellationToken): Promise<RealityResult> {
    return inWorker(script, task, token);
}

async function inWorker<R>(script: string, task: ImportTask | RealityTask, token: CancellationToken): Promise<R | Objection> {
    const worker = new Worker(script, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: maxHeap } });
    const { promise, resolve, reject } = Promise.withResolvers<R | Objection>();
    worker.once('message', resolve);
    worker.once('error', (error: Error & { readonly code?: string }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
            resolve({ objection: `the files need more than the ${maxHeap} MiB of memory that an import may use` });
        } else {
            reject(error);
        }
    });
    const cancellation = token.onCancellationRequested(() => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')));
    try {
        return await promise;
    } finally {
        cancellation.dispose();
        void worker.terminate();
    }
}
