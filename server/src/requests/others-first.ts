import { setImmediate } from 'node:timers/promises';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Resolves when all messages that have arrived are handled. The LSP library handles one in each turn of the event loop, and schedules the next one only then. */
export async function othersFirst(): Promise<void> {
    await setImmediate();
    await setImmediate();
}

/** Ends a request that the client has cancelled in the meantime. */
export function refuseCancelled(token: CancellationToken): void {
    if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
}
