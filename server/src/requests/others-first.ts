import { setImmediate } from 'node:timers/promises';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Resolves when all messages that have arrived are handled. The LSP library handles one in each turn of the event loop, and schedules the next one only then. */
export async function othersFirst(): Promise<void> {
    await setImmediate();
    await setImmediate();
}

/** Resolves when the workspace is loaded, or at once when the client cancels the request, which then fails. */
export async function whenLoaded(loaded: Promise<void>, token: CancellationToken): Promise<void> {
    // The token of a request that was cancelled before it was handled has no event.
    refuseCancelled(token);
    await new Promise<void>(resolve => {
        const cancelled = token.onCancellationRequested(() => resolve());
        void loaded.then(() => {
            cancelled.dispose();
            resolve();
        });
    });
    refuseCancelled(token);
}

/** Ends a request that the client has cancelled in the meantime. */
export function refuseCancelled(token: CancellationToken): void {
    if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
}
