import { onTestFinished } from 'vitest';
import { LspClient, type LspClientOptions } from './lsp-client.js';
import type { Files } from './workspace.js';

/** A language client for one test, with its server, both gone when the test ends. */
export async function startClient(files: Files = {}, options?: LspClientOptions): Promise<LspClient> {
    const client = await LspClient.start(files, options);
    onTestFinished(() => client.stop());
    return client;
}
