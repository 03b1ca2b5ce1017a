import { onTestFinished } from 'vitest';
import { LspClient, type LspClientOptions } from './lsp-client.js';
import type { Files } from './workspace.js';

/** Starts a language client and its server for one test, and stops both when the test ends. */
export async function startClient(files: Files = {}, options?: LspClientOptions): Promise<LspClient> {
    const client = await LspClient.start(files, options);
    onTestFinished(() => client.stop());
    return client;
}
