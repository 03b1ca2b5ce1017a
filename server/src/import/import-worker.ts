// The entry point of a worker thread: a large import neither delays other answers nor uses the memory of the server.

import { parentPort, workerData } from 'node:worker_threads';
import { ExportFilesError, readExports } from '@sup/files';
import { ImportError, importLimits, importPlan } from '@sup/import';
import type { ImportResult, ImportTask } from './import-task.js';

const { paths, ...options } = workerData as ImportTask;

async function result(): Promise<ImportResult> {
    try {
        const { sources, messages } = await readExports(paths, importLimits.bytes);
        const plan = importPlan(sources, options);
        return { ...plan, messages: [...messages, ...plan.messages] };
    } catch (error) {
        if (error instanceof ImportError || error instanceof ExportFilesError) {
            return { objection: error.message };
        }
        throw error;
    }
}

void result().then(value => parentPort!.postMessage(value));
