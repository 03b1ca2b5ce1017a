import { type DocumentState, OperationCancelled, type URI } from 'langium';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** A request that waits until a document reaches a state. */
interface PendingRequest {
    readonly uri: URI;
    readonly state: DocumentState;
    resolve(): void;
    reject(error: Error): void;
}

/** Langium's error for a document that it does not have; clients ignore it. */
export function noDocument(uri: URI): Error {
    return new ResponseError(LSPErrorCodes.ServerCancelled, `No document found for URI: ${uri.toString()}`);
}

/** Requests that wait for documents. A request whose document cannot be analyzed any more is rejected. */
export class PendingRequests {
    private readonly pending = new Set<PendingRequest>();

    /** `isReached`: whether a document is up to date and has reached a state. */
    constructor(private readonly isReached: (uri: URI, state: DocumentState) => boolean) {}

    add(uri: URI, state: DocumentState, cancelToken: CancellationToken): Promise<URI> {
        return new Promise((resolve, reject) => {
            const end = (settle: () => void): void => {
                this.pending.delete(request);
                isCancelled.dispose();
                settle();
            };
            const request: PendingRequest = { uri, state, resolve: () => end(() => resolve(uri)), reject: error => end(() => reject(error)) };
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- Langium's mark of a cancelled operation is a symbol
            const isCancelled = cancelToken.onCancellationRequested(() => end(() => reject(OperationCancelled)));
            this.pending.add(request);
        });
    }

    /** Resolves the requests whose document has reached its state, and rejects those whose document never will. */
    settle(isHopeless: (uri: URI) => boolean = () => false): void {
        for (const request of [...this.pending]) {
            const { uri, state } = request;
            if (this.isReached(uri, state)) {
                request.resolve();
            } else if (isHopeless(uri)) {
                request.reject(noDocument(uri));
            }
        }
    }
}

/** Requests that wait until all documents have reached a state. */
export class PendingForAll {
    private readonly pending = new Set<{ readonly state: DocumentState; resolve(): void }>();

    add(state: DocumentState, cancelToken: CancellationToken): Promise<void> {
        return new Promise((resolve, reject) => {
            const end = (settle: () => void): void => {
                this.pending.delete(request);
                isCancelled.dispose();
                settle();
            };
            const request = { state, resolve: () => end(resolve) };
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- Langium's mark of a cancelled operation is a symbol
            const isCancelled = cancelToken.onCancellationRequested(() => end(() => reject(OperationCancelled)));
            this.pending.add(request);
        });
    }

    /** Resolves the requests that wait for a state that is reached. */
    settle(reached: DocumentState): void {
        for (const request of [...this.pending].filter(({ state }) => state <= reached)) {
            request.resolve();
        }
    }
}
