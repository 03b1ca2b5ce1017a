import { setImmediate } from 'node:timers/promises';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Resolves after the messages that have arrived by now are handled. The library handles one per turn, and schedules the next one only after it. */
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
