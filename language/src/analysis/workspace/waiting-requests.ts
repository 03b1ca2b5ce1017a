import { type DocumentState, OperationCancelled, type URI } from 'langium';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** A request that waits until a document has been analysed. */
interface Waiting {
    readonly uri: URI;
    readonly state: DocumentState;
    reach(): void;
    giveUp(error: Error): void;
}

/** Langium's word for a document that it does not have; clients drop it in silence. */
export function noDocument(uri: URI): Error {
    return new ResponseError(LSPErrorCodes.ServerCancelled, `No document found for URI: ${uri.toString()}`);
}

/** Requests that wait for documents. None waits for what cannot come. */
export class WaitingRequests {
    private readonly waiting = new Set<Waiting>();

    /** `isReached` says whether a document has been analysed so far, as it is now. */
    constructor(private readonly isReached: (uri: URI, state: DocumentState) => boolean) {}

    add(uri: URI, state: DocumentState, cancelToken: CancellationToken): Promise<URI> {
        return new Promise((resolve, reject) => {
            const end = (settle: () => void): void => {
                this.waiting.delete(waiting);
                isCancelled.dispose();
                settle();
            };
            const waiting: Waiting = { uri, state, reach: () => end(() => resolve(uri)), giveUp: error => end(() => reject(error)) };
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- Langium's mark of a cancelled operation is a symbol
            const isCancelled = cancelToken.onCancellationRequested(() => end(() => reject(OperationCancelled)));
            this.waiting.add(waiting);
        });
    }

    /** Lets those go on whose document is there, and those give up whose document will not come. */
    settle(isHopeless: (uri: URI) => boolean = () => false): void {
        for (const waiting of [...this.waiting]) {
            const { uri, state } = waiting;
            if (this.isReached(uri, state)) {
                waiting.reach();
            } else if (isHopeless(uri)) {
                waiting.giveUp(noDocument(uri));
            }
        }
    }
}

/** Requests that wait until all documents have been analysed so far. */
export class WaitingForAll {
    private readonly waiting = new Set<{ readonly state: DocumentState; reach(): void }>();

    add(state: DocumentState, cancelToken: CancellationToken): Promise<void> {
        return new Promise((resolve, reject) => {
            const end = (settle: () => void): void => {
                this.waiting.delete(waiting);
                isCancelled.dispose();
                settle();
            };
            const waiting = { state, reach: () => end(resolve) };
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- Langium's mark of a cancelled operation is a symbol
            const isCancelled = cancelToken.onCancellationRequested(() => end(() => reject(OperationCancelled)));
            this.waiting.add(waiting);
        });
    }

    /** Lets those go on who wait for what is reached. */
    settle(reached: DocumentState): void {
        for (const waiting of [...this.waiting].filter(({ state }) => state <= reached)) {
            waiting.reach();
        }
    }
}
