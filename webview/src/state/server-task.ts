import { batch, type Signal, signal } from '@preact/signals';
import { errorMessage } from '@sup/model';
import { RequestError, type RequestHandle } from '../channel.js';

/** The progress of a request. */
export interface TaskProgress {
    readonly percentage: number;
    cancel(): void;
}

/** The messages about a request that has no result. */
interface TaskTexts {
    /** The server has nothing to work on. */
    readonly nothing: string;
    readonly cancelled: string;
}

/** A long request to the server. It reports progress, the user can cancel it, and a newer one supersedes it. */
export class ServerTask<T> {
    readonly pending: Signal<TaskProgress | undefined> = signal(undefined);
    /** Why there is no result, or not a new one. */
    readonly failure: Signal<string | undefined> = signal(undefined);
    private current: RequestHandle<T> | undefined;

    constructor(private readonly texts: TaskTexts) {}

    /** Sends a request and passes its result on, unless it fails or a newer one supersedes it. */
    start(request: (onProgress: (percentage: number) => void) => RequestHandle<T>, onResult: (result: T | undefined) => void, onFailure: () => void = () => undefined): void {
        this.current?.cancel();
        const cancel = (): void => handle.cancel();
        const handle = request(percentage => (this.pending.value = { percentage, cancel }));
        this.current = handle;
        batch(() => {
            this.pending.value = { percentage: 0, cancel };
            this.failure.value = undefined;
        });
        const end = (failure: string | undefined, then: () => void): void => {
            if (this.current === handle) {
                batch(() => {
                    this.pending.value = undefined;
                    this.failure.value = failure;
                    then();
                });
            }
        };
        handle.response.then(
            result => end(result === null ? this.texts.nothing : undefined, () => onResult(result ?? undefined)),
            (error: unknown) => end(error instanceof RequestError && error.isCancelled ? this.texts.cancelled : errorMessage(error), onFailure)
        );
    }

    /** Cancels the request, if there is one, and forgets its failure. */
    reset(): void {
        this.current?.cancel();
        this.current = undefined;
        batch(() => (this.pending.value = this.failure.value = undefined));
    }
}
