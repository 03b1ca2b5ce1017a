// The entry point of a worker thread: a large import neither delays other answers nor uses the memory of the server.

import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { ExportFilesError, readExports } from '@sup/files';
import { ImportError, importLimits, importPlan, readReality } from '@sup/import';
import type { ImportResult, ImportTask, RealityResult, RealityTask } from './import-task.js';

const task = workerData as ImportTask | RealityTask;

async function result(): Promise<ImportResult | RealityResult> {
    try {
        // The dialog of the editor returns full paths, which would hide the reason in a notification.
        const { sources, messages } = await readExports(task.paths, importLimits.bytes, { nameOf: path => basename(path) });
        const read = 'planned' in task ? readReality(sources, task.planned) : importPlan(sources, task);
        return { ...read, messages: [...messages, ...read.messages] };
    } catch (error) {
        if (error instanceof ImportError || error instanceof ExportFilesError) {
            return { objection: error.message };
        }
        throw error;
    }
}

void result().then(value => parentPort!.postMessage(value));
